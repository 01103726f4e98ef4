import {
  createServer,
  IncomingMessage,
  Server,
  ServerResponse,
} from 'node:http';
import { AddressInfo } from 'node:net';
import { applyFault } from './applyFault';
import { Faults } from './Faults';
import { RecordedRequest, RequestLog } from './RequestLog';

/** Nothing in this package listens anywhere else. */
const LOOPBACK = '127.0.0.1';

/** A page from elsewhere could point its own name at 127.0.0.1; not with these. */
const HOST_NAMES = ['localhost', LOOPBACK, '[::1]'];

export type RequestHandler = (
  request: IncomingMessage,
  response: ServerResponse,
) => Promise<void>;

export interface LoopbackServerOptions {
  /** Default 0: any free port. */
  readonly port?: number;
  /** The name in `url`: `127.0.0.1` (default) or `localhost`. */
  readonly hostname?: string;
}

export interface LoopbackServer {
  /** For example `http://127.0.0.1:5055`, without a slash at the end. */
  readonly url: string;
  /** For example `127.0.0.1:5055`. */
  readonly host: string;
  readonly requests: RequestLog;
  readonly faults: Faults;
  /** Ends every connection, also those that hang. */
  stop(): Promise<void>;
}

/**
 * Starts an HTTP server on loopback.
 *
 * @throws the error of `listen`, with `code` `EADDRINUSE` for a taken port.
 */
export async function startLoopbackServer(
  handler: RequestHandler,
  options: LoopbackServerOptions = {},
): Promise<LoopbackServer> {
  const requests = new RequestLog();
  const faults = new Faults();
  const server = createServer((request, response) => {
    const recorded = recordRequest(request, response);
    requests.record(recorded);
    if (!isLocalHost(request.headers.host)) {
      response.writeHead(421).end('this server answers on loopback only\n');
      return;
    }
    const fault = faults.take(recorded);
    if (fault && applyFault(fault, request, response)) return;
    handler(request, response).catch(error => failRequest(response, error));
  });
  // Pushes of large layers and packs take as long as they take.
  server.requestTimeout = 0;
  const port = await listen(server, options.port ?? 0);
  const host = `${options.hostname ?? LOOPBACK}:${port}`;
  return {
    url: `http://${host}`,
    host,
    requests,
    faults,
    stop: () => stopServer(server),
  };
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, LOOPBACK, () => {
      server.off('error', reject);
      resolve((server.address() as AddressInfo).port);
    });
  });
}

function stopServer(server: Server): Promise<void> {
  if (!server.listening) return Promise.resolve();
  return new Promise(resolve => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

function isLocalHost(header: string | undefined): boolean {
  return HOST_NAMES.includes((header ?? '').replace(/:\d+$/, '').toLowerCase());
}

function recordRequest(
  request: IncomingMessage,
  response: ServerResponse,
): RecordedRequest {
  const [path, query = ''] = (request.url ?? '/').split('?', 2);
  const { authorization, ...headers } = request.headers;
  const recorded: RecordedRequest = {
    method: request.method ?? 'GET',
    path,
    query,
    headers: headers as Record<string, string>,
    scheme: authorization?.split(' ', 1)[0].toLowerCase(),
  };
  response.once('finish', () => {
    recorded.status = response.statusCode;
  });
  return recorded;
}

function failRequest(response: ServerResponse, error: Error): void {
  if (response.headersSent) {
    response.destroy(error);
    return;
  }
  response.writeHead(500, { 'Content-Type': 'text/plain' });
  response.end(`${error.message}\n`);
}
