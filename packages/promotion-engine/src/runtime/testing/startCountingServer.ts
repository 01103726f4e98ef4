import { createServer } from 'http';
import { AddressInfo } from 'net';

export interface CountingServer {
  url: string;
  /** `host:port`, as an allow-list names it. */
  host: string;
  /** Every POST that arrived, with its `Idempotency-Key`. */
  posts: { key: string; body: string }[];
  /** Takes requests and never answers them while it is true. */
  silent: boolean;
  close(): Promise<void>;
}

/** Counts what it is told, as a payment or a ticket system would. */
export async function startCountingServer(): Promise<CountingServer> {
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', chunk => chunks.push(chunk));
    request.on('end', () => {
      const key = String(request.headers['idempotency-key'] ?? '');
      counting.posts.push({ key, body: Buffer.concat(chunks).toString() });
      if (counting.silent) response.destroy();
      else response.writeHead(201).end();
    });
  });
  await new Promise<void>(resolve => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  const counting: CountingServer = {
    host,
    url: `http://${host}/notify`,
    posts: [],
    silent: false,
    close: () =>
      new Promise(resolve => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return counting;
}
