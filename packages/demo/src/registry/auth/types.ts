import { IncomingMessage, ServerResponse } from 'node:http';

/** Who may speak to the registry. */
export type RegistryAuth =
  | { readonly type: 'none' }
  | {
      readonly type: 'basic';
      /** Name to password. */
      readonly users: Readonly<Record<string, string>>;
    }
  | {
      readonly type: 'bearer';
      readonly users: Readonly<Record<string, string>>;
      /** As public registries do: a token to pull without a password. */
      readonly anonymousPull?: boolean;
      /** Default 300. */
      readonly tokenSeconds?: number;
      /** Milliseconds; default `Date.now`. */
      readonly now?: () => number;
    };

export interface Access {
  readonly repository: string;
  readonly action: 'pull' | 'push';
}

export interface Authenticator {
  /**
   * Lets the request pass; without `access` it is the API's version check.
   *
   * @throws RegistryError with the challenge.
   */
  check(request: IncomingMessage, access?: Access): void;
  /** Where tokens come from: `/token`. Undefined without bearer tokens. */
  issueToken?(
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<void>;
}
