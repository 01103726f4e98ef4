import { ServerResponse } from 'node:http';
import {
  LoopbackServer,
  LoopbackServerOptions,
  startLoopbackServer,
} from '../http/startLoopbackServer';
import { GitFollower, GitFollowerOptions } from './GitFollower';

export interface ClusterOptions
  extends LoopbackServerOptions,
    Omit<GitFollowerOptions, 'now' | 'delayMilliseconds'> {
  /** How long after a commit its version is served. Default 3. */
  readonly delaySeconds?: number;
  /** Between two looks that nobody asked for. Default 2; 0 for none. */
  readonly pollSeconds?: number;
  /** Milliseconds; default `Date.now`. */
  readonly now?: () => number;
}

export interface Cluster extends LoopbackServer {
  /** Git has just changed: looks at it, as a cluster does when a webhook calls. */
  refresh(): Promise<void>;
}

/**
 * A "cluster" that knows only Git: `GET /<component>/<stage>/version` answers
 * with the version that the stage's directory asked for a few seconds ago.
 *
 * @throws Error when the repository cannot be read at the start.
 */
export async function startCluster(options: ClusterOptions): Promise<Cluster> {
  const { now = Date.now } = options;
  const follower = new GitFollower({
    ...options,
    now,
    delayMilliseconds: (options.delaySeconds ?? 3) * 1000,
  });
  await follower.observe();
  const server = await startLoopbackServer(async (request, response) => {
    const url = new URL(request.url ?? '/', 'http://cluster');
    answer(follower, url.pathname, response);
  }, options);
  const stopPolling = poll(follower, options.pollSeconds ?? 2);
  return {
    ...server,
    refresh: () => follower.observe(now()),
    stop: async () => {
      stopPolling();
      await server.stop();
      await follower.settle();
    },
  };
}

function answer(
  follower: GitFollower,
  path: string,
  response: ServerResponse,
): void {
  if (path === '/healthz') {
    send(response, 200, { status: 'ok' });
    return;
  }
  const stage = /^\/([^/]+\/[^/]+)\/version$/.exec(path)?.[1];
  const current = follower.current();
  const version = stage && current?.versions.get(stage);
  if (!current || !version) {
    send(response, 404, { error: `nothing is deployed at ${path}` });
    return;
  }
  send(response, 200, { version, revision: current.revision });
}

function send(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, {
    'Content-Type': 'application/json',
    'Cache-Control': 'no-store',
  });
  response.end(JSON.stringify(body));
}

/** The safety net below `refresh`: an unreachable Git is tried again. */
function poll(follower: GitFollower, seconds: number): () => void {
  if (seconds === 0) return () => {};
  const timer = setInterval(() => {
    follower.observe().catch(() => {});
  }, seconds * 1000);
  timer.unref();
  return () => clearInterval(timer);
}
