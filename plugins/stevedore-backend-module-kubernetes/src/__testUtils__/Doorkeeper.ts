import {
  createServer,
  IncomingMessage,
  Server,
  ServerResponse,
} from 'node:http';
import { AddressInfo } from 'node:net';
import { readFile } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { Agent, request as ask } from 'undici';
import { ClusterAccess } from '../config/readKubernetesConfig';
import { plainAccess } from './clusterOf';

type Verb = 'list' | 'watch';

/** As the API server of the tests is reached. */
interface Behind {
  url: string;
  caFile: string;
  token: string;
}

/** Stands before a real API server and does what networks and busy clusters do; everything else is the server's own answer. */
export class Doorkeeper {
  /** Seconds that the next requests are told to wait for, with 429 Too Many Requests. */
  readonly busy: Record<Verb, number[]> = { list: [], watch: [] };
  /** Where the next watch begins, in place of where it wanted to. */
  watchFrom?: string;
  readonly asked: Record<Verb, number> = { list: 0, watch: 0 };
  /** Status codes of the server's own answers to watches, and of errors in them. */
  readonly codes: number[] = [];
  readonly #behind: Behind;
  readonly #server: Server;
  readonly #watches = new Set<ServerResponse>();
  #agent?: Agent;

  private constructor(behind: Behind) {
    this.#behind = behind;
    this.#server = createServer((incoming, answer) => {
      this.#pass(incoming, answer).catch(() => answer.destroy());
    });
  }

  static async before(access: ClusterAccess): Promise<Doorkeeper> {
    const behind = access as Behind;
    const keeper = new Doorkeeper(behind);
    const ca = await readFile(behind.caFile, 'utf8');
    keeper.#agent = new Agent({ connect: { ca } });
    await new Promise<void>(resolve => {
      keeper.#server.listen(0, '127.0.0.1', resolve);
    });
    return keeper;
  }

  get access(): ClusterAccess {
    const { port } = this.#server.address() as AddressInfo;
    return {
      ...plainAccess(`http://127.0.0.1:${port}`),
      token: this.#behind.token,
    };
  }

  get watching(): boolean {
    return this.#watches.size > 0;
  }

  /** Every watch breaks off in the middle. */
  cut(): void {
    for (const each of this.#watches) each.destroy();
  }

  async close(): Promise<void> {
    this.cut();
    this.#server.closeAllConnections();
    await new Promise(resolve => this.#server.close(resolve));
    await this.#agent?.destroy();
  }

  async #pass(incoming: IncomingMessage, answer: ServerResponse) {
    const url = new URL(incoming.url!, this.#behind.url);
    const verb: Verb = url.searchParams.get('watch') ? 'watch' : 'list';
    this.asked[verb] += 1;
    const seconds = this.busy[verb].shift();
    if (seconds !== undefined) {
      answer.writeHead(429, { 'retry-after': `${seconds}` });
      answer.end();
      return;
    }
    if (verb === 'watch' && this.watchFrom !== undefined) {
      url.searchParams.set('resourceVersion', this.watchFrom);
      this.watchFrom = undefined;
    }
    const { statusCode, body } = await ask(url, {
      dispatcher: this.#agent,
      headers: { authorization: incoming.headers.authorization! },
    });
    answer.writeHead(statusCode, { 'content-type': 'application/json' });
    answer.flushHeaders();
    if (verb === 'watch') this.#follow(statusCode, body, answer);
    // either side may go first
    body.on('error', () => answer.destroy());
    answer.on('close', () => body.destroy());
    body.pipe(answer);
  }

  #follow(status: number, body: Readable, answer: ServerResponse): void {
    this.codes.push(status);
    body.on('data', (part: Buffer) => {
      const [, code] = /"type":"ERROR".*"code":(\d+)/.exec(`${part}`) ?? [];
      if (code) this.codes.push(Number(code));
    });
    this.#watches.add(answer);
    answer.on('close', () => this.#watches.delete(answer));
  }
}
