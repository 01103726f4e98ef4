import { LoggerService } from '@backstage/backend-plugin-api';
import { GitHost } from './gitHostOf';
import { WebhookSender } from './WebhookSender';

export interface WebhookDeps {
  /** Registries that may call, with what they prove themselves by. */
  registries: readonly WebhookSender[];
  gitHosts: readonly GitHost[];
  engine: {
    /** Whoever watches it looks now. @returns how many do */
    notify(source: { kind: 'image' | 'git'; repoURL: string }): Promise<number>;
  };
  logger: Pick<LoggerService, 'debug'>;
}
