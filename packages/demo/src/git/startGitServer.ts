import { IncomingMessage, ServerResponse } from 'node:http';
import { isKnownUser, parseBasicCredentials } from '../http/basicCredentials';
import {
  LoopbackServer,
  LoopbackServerOptions,
  startLoopbackServer,
} from '../http/startLoopbackServer';
import { runHttpBackend } from './runHttpBackend';

export interface GitServerOptions extends LoopbackServerOptions {
  /** Directory that holds the bare repositories. */
  readonly root: string;
  /** Name to password; default: anyone may read and push. */
  readonly users?: Readonly<Record<string, string>>;
  /** Names in `users` that may fetch but not push. */
  readonly readers?: readonly string[];
  /** Called with `acme/deploy` after a push has been answered. */
  readonly onPush?: (repository: string) => void;
}

export interface GitServer extends LoopbackServer {
  /** Address to clone `acme/deploy` from, without credentials. */
  repositoryUrl(name: string): string;
}

/** The requests of Git's smart protocol, on plain repository names. */
const PATH =
  /^\/[\w.-]+(\/[\w.-]+)*\/(info\/refs|git-upload-pack|git-receive-pack|HEAD|objects\/[\w./-]+)$/;

const PUSH = '/git-receive-pack';

/** Serves every repository below `root` by `git http-backend`, on loopback. */
export async function startGitServer(
  options: GitServerOptions,
): Promise<GitServer> {
  const server = await startLoopbackServer(
    (request, response) => serveGit(options, request, response),
    options,
  );
  return {
    ...server,
    repositoryUrl: name => `${server.url}/${name}`,
  };
}

async function serveGit(
  options: GitServerOptions,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const url = new URL(request.url ?? '/', 'http://git');
  if (!PATH.test(url.pathname) || url.pathname.includes('/..')) {
    refuse(response, 404, 'no such repository');
    return;
  }
  const { users, readers = [], root } = options;
  const presented = parseBasicCredentials(request.headers.authorization);
  if (users && !isKnownUser(users, presented)) {
    response.setHeader('WWW-Authenticate', 'Basic realm="git"');
    refuse(response, 401, 'a name and a password are needed');
    return;
  }
  const user = presented?.username;
  if (user && readers.includes(user) && isPush(url)) {
    refuse(response, 403, `${user} may not push`);
    return;
  }
  await runHttpBackend({ request, response }, { root, user });
  if (url.pathname.endsWith(PUSH)) {
    options.onPush?.(url.pathname.slice(1, -PUSH.length).replace(/\.git$/, ''));
  }
}

function isPush(url: URL): boolean {
  return (
    url.pathname.endsWith(PUSH) ||
    url.searchParams.get('service') === 'git-receive-pack'
  );
}

function refuse(response: ServerResponse, status: number, message: string) {
  response.writeHead(status, { 'Content-Type': 'text/plain' });
  response.end(`${message}\n`);
}
