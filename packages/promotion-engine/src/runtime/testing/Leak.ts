import { z } from 'zod';
import { systemClock } from '../../adapters/system';
import { NamedTexts } from '../../ports/secrets';
import { Store } from '../../ports/store';
import { defineStep } from '../../registry/step';
import { MemoryStore } from '../../testing';
import { everyRow } from '../../testing/store/everyRow';
import { EngineWorld, Killed } from './EngineWorld';
import { leakySteps } from './leakySteps';
import { ONE_STAGE } from './oneStage';
import { ada } from './suite/people';

export const SECRET = 'S3cret "value"/ü+1';
/** What reads it in a configuration. */
export const TOKEN = "${{ secret('s').token }}";

const manifests = (steps: string[], verification = '') =>
  `apiVersion: argoproj.io/v1alpha1
kind: AnalysisTemplate
metadata: {name: check, namespace: web}
spec:
  args: [{name: token}]
  metrics:
    - name: version
      successCondition: result == 'fine'
      provider: {web: {url: "https://x.example/{{args.token}}", jsonPath: "{$.state}"}}
---
${ONE_STAGE}  ${verification}
  promotionTemplate:
    spec:
      steps:
${steps.map(step => `      - ${step}\n`).join('')}`;

/** The store with a record of everything that it was ever given to keep. */
function recorded(store: Store, written: string[]): Store {
  const writes = ['commit', 'appendLog', 'addMeasurement', 'savePlan'];
  return new Proxy(store, {
    get(target, name) {
      const member = Reflect.get(target, name);
      if (typeof member !== 'function') return member;
      return (...args: unknown[]) => {
        if (writes.includes(String(name))) written.push(JSON.stringify(args));
        return member.apply(target, args);
      };
    },
  });
}

/** Runs with every field of these steps made of a secret. */
export class Leak {
  readonly written: string[] = [];
  readonly seen: unknown[] = [];
  texts: NamedTexts;
  world!: EngineWorld;

  constructor(secret = SECRET) {
    this.texts = { data: { token: secret } };
  }

  async start(make: (remote: string) => string[], verification?: string) {
    const { seen } = this;
    const probe = defineStep<{ text: unknown }, never>({
      id: 'probe',
      effect: 'workspace',
      schema: z.looseObject({ text: z.unknown() }),
      capabilities: [],
      run: async (_, { text }) => {
        seen.push(text);
        return { status: 'succeeded' };
      },
    });
    const store = recorded(new MemoryStore(systemClock), this.written);
    const options = {
      steps: [...leakySteps, probe],
      secrets: { read: async () => this.texts },
      http: {
        send: async ({ url }: { url: string }) => ({
          status: 200,
          headers: {},
          body: JSON.stringify({ state: decodeURIComponent(url) }),
        }),
      },
    };
    this.world = new EngineWorld(options, store);
    this.world.remote.write('dev/values.yaml', 'tag: "0"\n');
    this.world.remote.push('start');
    await this.world.boot();
    await this.world.defineText(
      manifests(make(this.world.remote.url), verification),
    );
    await this.world.release('1.0.0');
    return this.world;
  }

  async into() {
    const { items } = await this.world.store.freightPage('web', { limit: 1 });
    return { project: 'web', stage: 'dev', freight: items[0].name, actor: ada };
  }

  plan = async () => (await this.world.engine.plan(await this.into())).plan;

  async promote() {
    const { name } = await this.world.engine.request(await this.into());
    await this.world.queue.settle();
    return this.world.promotion(name);
  }

  /** As `promote`, and the process dies there. */
  async promoteUntil(point: string, step: string) {
    this.world.faults = {
      async at(where, info) {
        if (where === point && info.step === step) throw new Killed(point);
      },
    };
    await this.promote().catch(error => {
      if (!(error instanceof Killed)) throw error;
    });
  }

  async reboot() {
    this.world.faults = { at: async () => undefined };
    await this.world.boot();
    await this.world.queue.settle();
    return (await this.world.promotions())[0];
  }

  /** Everything that anybody could read afterwards. */
  async everything(): Promise<string> {
    const { store } = this.world;
    const [promotion] = await this.world.promotions();
    return JSON.stringify([
      this.written,
      await everyRow(store, 'web'),
      await store.entries('web', { limit: 1000 }),
      await store.logs('web', promotion?.name ?? '', { limit: 100 }),
    ]);
  }
}

/** All that a value could be recognised by. */
export const traces = (secret: string) => [
  secret,
  // whatever stands around it is escaped
  /\w[\w-]{5,}/.exec(secret)![0],
  JSON.stringify(secret).slice(1, -1),
  JSON.stringify(JSON.stringify(secret)).slice(3, -3),
  encodeURIComponent(secret),
  Buffer.from(secret).toString('base64').replace(/=+$/, ''),
];

/** A step whose text is the secret. */
export const step = (uses: string, end?: string) =>
  `{uses: ${uses}, config: {text: "${TOKEN}"${end ? `, end: ${end}` : ''}}}`;
