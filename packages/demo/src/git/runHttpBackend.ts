import { ChildProcessByStdio, spawn } from 'node:child_process';
import { IncomingMessage, ServerResponse } from 'node:http';
import { Readable, Writable } from 'node:stream';
import { gitEnvironment } from './gitEnvironment';
import { parseCgiHead } from './parseCgiHead';

type BackendProcess = ChildProcessByStdio<Writable, Readable, null>;

/** No head of an answer by git http-backend is larger. */
const HEAD_LIMIT = 64 * 1024;

/** Serves one request by git-http-backend(1), streaming both ways. */
export function runHttpBackend(
  { request, response }: { request: IncomingMessage; response: ServerResponse },
  repository: { root: string; user?: string },
): Promise<void> {
  const child: BackendProcess = spawn('git', ['http-backend'], {
    env: cgiEnvironment(request, repository),
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  response.once('close', () => child.kill());
  // A backend that refuses does not read the body to its end.
  child.stdin.on('error', () => {});
  request.pipe(child.stdin);
  return sendAnswer(child, response);
}

function sendAnswer(
  child: BackendProcess,
  response: ServerResponse,
): Promise<void> {
  return new Promise((resolve, reject) => {
    let head = Buffer.alloc(0);
    const onData = (chunk: Buffer) => {
      head = Buffer.concat([head, chunk]);
      const parsed = parseCgiHead(head);
      if (!parsed) {
        if (head.length > HEAD_LIMIT) child.kill();
        return;
      }
      child.stdout.off('data', onData);
      for (const [name, value] of parsed.headers) {
        response.setHeader(name, value);
      }
      response.writeHead(parsed.status);
      response.write(head.subarray(parsed.bodyStart));
      child.stdout.pipe(response, { end: false });
    };
    child.stdout.on('data', onData);
    child.on('error', reject);
    child.on('close', (code, signal) => {
      if (response.headersSent || code === 0) {
        response.end();
        resolve();
      } else {
        reject(new Error(`git http-backend ended with ${code ?? signal}`));
      }
    });
  });
}

function cgiEnvironment(
  request: IncomingMessage,
  { root, user }: { root: string; user?: string },
): NodeJS.ProcessEnv {
  const url = new URL(request.url ?? '/', 'http://git');
  const header = (name: string) => String(request.headers[name] ?? '');
  const optional = {
    CONTENT_LENGTH: header('content-length'),
    HTTP_CONTENT_ENCODING: header('content-encoding'),
    GIT_PROTOCOL: header('git-protocol'),
    REMOTE_USER: user ?? '',
  };
  const variables = {
    GIT_PROJECT_ROOT: root,
    GIT_HTTP_EXPORT_ALL: '1',
    GATEWAY_INTERFACE: 'CGI/1.1',
    SERVER_PROTOCOL: 'HTTP/1.1',
    REQUEST_METHOD: request.method ?? 'GET',
    PATH_INFO: url.pathname,
    QUERY_STRING: url.search.slice(1),
    CONTENT_TYPE: header('content-type'),
    REMOTE_ADDR: '127.0.0.1',
    ...Object.fromEntries(
      Object.entries(optional).filter(([, value]) => value !== ''),
    ),
  };
  return gitEnvironment({ variables });
}
