import { AuthenticationError, InputError } from '@backstage/errors';
import type { Request, Response } from 'express';
import { z } from 'zod';
import { gitHostOf } from './gitHostOf';
import { bodyOf } from './rawBody';
import { WebhookDeps } from './WebhookDeps';

/** Where hosts write the address of the repository: GitHub and Gitea, GitLab, Bitbucket. */
const eventSchema = z.object({
  /** Of a push, and of a tag that was made. */
  ref: z.string().optional(),
  /** A push of Bitbucket. */
  push: z.unknown().optional(),
  repository: z
    .object({
      clone_url: z.string().optional(),
      links: z.object({ html: z.object({ href: z.string() }) }).optional(),
    })
    .optional(),
  project: z.object({ git_http_url: z.string().optional() }).optional(),
});

type GitEvent = z.infer<typeof eventSchema>;

/** POST /webhooks/git: pushes, as GitHub, GitLab, Gitea and Bitbucket tell of them. Other events change nothing. */
export const receiveGitEvents =
  ({ gitHosts, engine, logger }: WebhookDeps) =>
  async (request: Request, response: Response): Promise<void> => {
    const host = gitHostOf(gitHosts, request.headers, bodyOf(request));
    const event = eventSchema.safeParse(request.body);
    if (!event.success)
      throw new InputError(
        'The body is no event of a Git host: let it send JSON.',
      );
    const { ref, push } = event.data;
    if (ref !== undefined || push !== undefined) {
      const repoURL = addressOf(event.data);
      requireOwn(repoURL, host);
      const warehouses = await engine.notify({ kind: 'git', repoURL });
      logger.debug('a Git host told of a push', { repoURL, warehouses });
    }
    response.status(202).end();
  };

function addressOf({ repository, project }: GitEvent): string {
  const address =
    project?.git_http_url ??
    repository?.clone_url ??
    repository?.links?.html.href;
  if (address && URL.canParse(address)) return address;
  throw new InputError(
    'The event names no repository: it has no repository.clone_url, project.git_http_url or repository.links.html.href.',
  );
}

/** A host can only speak of itself. */
function requireOwn(repoURL: string, host: string): void {
  if (new URL(repoURL).host !== host)
    throw new AuthenticationError(
      `The secret is that of ${host}, and the event is about ${
        new URL(repoURL).host
      }.`,
    );
}
