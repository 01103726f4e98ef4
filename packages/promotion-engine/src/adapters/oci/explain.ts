import { RegistryError } from '../../model/errors';
import { RepositoryAddress } from './repositoryAddress';

type Place = Pick<RepositoryAddress, 'host' | 'repository'>;

/** Who asked, and for what. */
export interface Asker {
  /** Undefined: nobody in particular. */
  user?: string;
  writes?: boolean;
}

export function explainStatus(
  status: number,
  place: Place,
  { user, writes }: Asker = {},
): RegistryError {
  const { host, repository } = place;
  switch (status) {
    case 401:
      return new RegistryError(
        user === undefined
          ? `Registry ${host} wants a login for repository ${repository}: add credentials for ${host}, or check the name if it should be public.`
          : `Registry ${host} refused the password of "${user}": correct the credentials for ${host}.`,
      );
    case 403:
      return new RegistryError(
        user === undefined
          ? `Registry ${host} does not ${
              writes ? 'let everyone write' : 'show'
            } repository ${repository}${
              writes ? '' : ' to everyone'
            }: add credentials for ${host}.`
          : `Registry ${host} does not let "${user}" ${
              writes ? 'write' : 'read'
            } repository ${repository}: grant it the right to ${
              writes ? 'push' : 'pull'
            }, or correct the credentials for ${host}.`,
      );
    case 404:
      return new RegistryError(
        `Registry ${host} has no repository ${repository}, or does not show it: check the name, and the credentials for ${host}.`,
      );
    default:
      return new RegistryError(
        `Registry ${host} answered ${status} for repository ${repository}: if that goes on, ask who runs it.`,
      );
  }
}

const TLS =
  /^(ERR_TLS_|ERR_SSL_|CERT_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO_|EPROTO|HOSTNAME_MISMATCH|ERR_OSSL)/;

interface ErrorLike {
  name?: unknown;
  code?: unknown;
  message?: unknown;
  cause?: unknown;
  /** Of an AggregateError: one for each address that was tried. */
  errors?: unknown[];
}

// by shape, not by class: errors of the runtime come from another realm in some hosts
function codeOf(error: unknown): string {
  let current = error as ErrorLike | undefined;
  for (let depth = 0; current && depth < 10; depth += 1) {
    if (current.name === 'TimeoutError') return 'no answer in time';
    if (typeof current.code === 'string') return current.code;
    current = (current.errors?.[0] ?? current.cause) as ErrorLike | undefined;
  }
  // fetch itself only says that it failed; why is in its cause
  const { message, cause } = (error ?? {}) as ErrorLike;
  return String((cause as ErrorLike | undefined)?.message ?? message ?? error);
}

/** What a request that never got an answer says about the host. */
export function explainFailure(
  error: unknown,
  { host, repository }: Place,
): RegistryError {
  if (error instanceof RegistryError) return error;
  const code = codeOf(error);
  const message = TLS.test(code)
    ? `Registry ${host} has a certificate that is not trusted here (${code}): give this process its CA (NODE_EXTRA_CA_CERTS), or set insecureSkipTLSVerify on the subscription.`
    : `Registry ${host} cannot be reached for repository ${repository} (${code}): check the host's name, and that this machine may connect to it.`;
  return new RegistryError(message, { cause: error });
}

export function brokenAnswer(
  { host, repository }: Place,
  what: string,
): RegistryError {
  return new RegistryError(
    `Registry ${host} gave an answer for repository ${repository} that cannot be used: ${what}.`,
  );
}
