import { createServer, IncomingHttpHeaders, Server } from 'node:http';
import { AddressInfo } from 'node:net';
import { createHttpClient } from '../../../../adapters/http';
import { noTranscript } from '../../../../ports/transcript';
import { VerifierKind } from '../../../../registry/verifier';

export interface MetricRequest {
  method: string;
  url: string;
  headers: IncomingHttpHeaders;
  body: string;
}

/** A service that metrics are asked of: a real HTTP server, which answers what it is told and remembers what it got. */
export class MetricService {
  readonly requests: MetricRequest[] = [];
  answer: { status?: number; body: unknown } = { body: {} };
  readonly #server: Server;

  constructor() {
    this.#server = createServer(async (request, response) => {
      let body = '';
      for await (const chunk of request) body += chunk;
      const { method = '', url = '', headers } = request;
      this.requests.push({ method, url, headers, body });
      const token = url === '/token';
      const { status = 200, body: answer } = token
        ? { body: { access_token: 'of-the-client' } }
        : this.answer;
      response
        .writeHead(status)
        .end(typeof answer === 'string' ? answer : JSON.stringify(answer));
    });
  }

  async start(): Promise<void> {
    await new Promise<void>(done =>
      this.#server.listen(0, '127.0.0.1', () => done()),
    );
  }

  get address(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise(done => this.#server.close(done));
  }

  measure(
    kind: VerifierKind,
    config: unknown,
    given: { now?: number; secrets?: Record<string, Record<string, string>> },
  ): Promise<unknown> {
    return kind.measure(config, {
      http: createHttpClient({ allow: ['127.0.0.1'] }),
      signal: new AbortController().signal,
      now: given.now ?? 0,
      id: 'm-0-0',
      project: 'shop',
      stage: 'dev',
      secret: async name => given.secrets?.[name] ?? {},
      transcript: noTranscript,
    });
  }
}
