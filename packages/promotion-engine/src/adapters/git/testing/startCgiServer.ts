import { spawn } from 'child_process';
import { createServer, RequestListener } from 'http';
import { createServer as createTlsServer } from 'https';
import { AddressInfo } from 'net';

export interface CgiServer {
  url: string;
  /** Paths that were asked for, in order. */
  requests: string[];
  /**
   * From now on nobody who pushes, or who fetches or asks for refs, gets an answer.
   * @returns settled when one waits for it, and when that one has hung up
   */
  fallSilent(to: 'git-receive-pack' | 'git-upload-pack'): {
    asked: Promise<void>;
    left: Promise<void>;
  };
  /** From now on everybody gets an answer again. */
  speak(): void;
  close(): Promise<void>;
}

/** `git http-backend` over HTTP with one user, for the tests of this adapter. */
export async function startCgiServer(
  root: string,
  user: { username: string; password: string },
  tls?: { key: Buffer; cert: Buffer },
): Promise<CgiServer> {
  const expected = `Basic ${Buffer.from(
    `${user.username}:${user.password}`,
  ).toString('base64')}`;
  const requests: string[] = [];
  let keep: { service: string; listener: RequestListener } | undefined;
  const reply: RequestListener = (request, response) => {
    const url = new URL(request.url ?? '/', 'http://localhost');
    requests.push(`${url.pathname}${url.search}`);
    if (
      keep &&
      request.method === 'POST' &&
      url.pathname.endsWith(keep.service)
    ) {
      keep.listener(request, response);
      return;
    }
    if (request.headers.authorization !== expected) {
      response
        .writeHead(401, { 'www-authenticate': 'Basic realm="git"' })
        .end();
      return;
    }
    const env = {
      PATH: process.env.PATH ?? '',
      GIT_PROJECT_ROOT: root,
      GIT_HTTP_EXPORT_ALL: '1',
      PATH_INFO: url.pathname,
      QUERY_STRING: url.search.slice(1),
      REQUEST_METHOD: request.method ?? 'GET',
      CONTENT_TYPE: request.headers['content-type'] ?? '',
      HTTP_CONTENT_ENCODING: request.headers['content-encoding'] ?? '',
      HTTP_GIT_PROTOCOL: String(request.headers['git-protocol'] ?? ''),
      REMOTE_USER: user.username,
    };
    const child = spawn('git', ['http-backend'], { env });
    request.pipe(child.stdin);
    const chunks: Buffer[] = [];
    child.stdout.on('data', chunk => chunks.push(chunk));
    child.on('close', () => {
      const answer = Buffer.concat(chunks);
      const end = answer.indexOf('\r\n\r\n');
      const headers = answer.subarray(0, end).toString().split('\r\n');
      for (const line of headers) {
        const [name, value] = line.split(': ');
        if (name === 'Status') {
          response.statusCode = Number(value.slice(0, 3));
        } else {
          response.setHeader(name, value);
        }
      }
      response.end(answer.subarray(end + 4));
    });
  };
  const server = tls ? createTlsServer(tls, reply) : createServer(reply);
  await new Promise<void>(resolve => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    url: `${tls ? 'https' : 'http'}://127.0.0.1:${
      (server.address() as AddressInfo).port
    }`,
    requests,
    fallSilent: service => {
      let asked: () => void;
      let left: () => void;
      const silence = {
        asked: new Promise<void>(done => {
          asked = done;
        }),
        left: new Promise<void>(done => {
          left = done;
        }),
      };
      const listener: RequestListener = (request, response) => {
        request.resume();
        response.on('close', left);
        asked();
      };
      keep = { service, listener };
      return silence;
    },
    speak: () => {
      keep = undefined;
    },
    close: () => new Promise(resolve => server.close(() => resolve())),
  };
}
