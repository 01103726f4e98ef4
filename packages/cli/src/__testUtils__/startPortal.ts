import { createServer } from 'node:http';
import { AddressInfo } from 'node:net';

/** A backend that answers each path what a test says, and keeps what it was asked. */
export async function startPortal(answers: Record<string, unknown>) {
  const asked: { call: string; body?: unknown }[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const text = Buffer.concat(chunks).toString();
    const call = `${request.method} ${request.url?.replace(
      '/api/stevedore',
      '',
    )}`;
    asked.push({ call, ...(text && { body: JSON.parse(text) }) });
    const found = call in answers;
    const answer = found
      ? answers[call]
      : {
          error: { name: 'NotFoundError', message: `no ${call}` },
          response: { statusCode: 404 },
        };
    response.writeHead(found ? 200 : 404, {
      'content-type': 'application/json',
    });
    response.end(JSON.stringify(answer));
  });
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  return {
    backend: `http://127.0.0.1:${port}`,
    asked,
    stop: () => new Promise(done => server.close(done)),
  };
}
