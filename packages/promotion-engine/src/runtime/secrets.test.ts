import fc from 'fast-check';
import { z } from 'zod';
import { systemClock } from '../adapters/system';
import { NamedTexts } from '../ports/secrets';
import { Store } from '../ports/store';
import { defineStep } from '../registry/step';
import { MemoryStore } from '../testing';
import { everyRow } from '../testing/store/everyRow';
import { EngineWorld, Killed } from './testing/EngineWorld';
import { leakySteps } from './testing/leakySteps';

jest.setTimeout(120_000);

const ada = { ref: 'user:default/ada', ownership: ['user:default/ada'] };
const SECRET = 'S3cret "value"/ü+1';
const TOKEN = "${{ secret('s').token }}";

const manifests = (steps: string[], verification = '') =>
  `apiVersion: kargo.akuity.io/v1alpha1
kind: Project
metadata: {name: web}
---
apiVersion: kargo.akuity.io/v1alpha1
kind: Warehouse
metadata: {name: web, namespace: web}
spec: {subscriptions: [{image: {repoURL: localhost:1/web}}]}
---
apiVersion: argoproj.io/v1alpha1
kind: AnalysisTemplate
metadata: {name: check, namespace: web}
spec:
  args: [{name: token}]
  metrics:
    - name: version
      successCondition: result == 'fine'
      provider: {web: {url: "https://x.example/{{args.token}}", jsonPath: "{$.state}"}}
---
apiVersion: kargo.akuity.io/v1alpha1
kind: Stage
metadata: {name: dev, namespace: web}
spec:
  requestedFreight: [{origin: {kind: Warehouse, name: web}, sources: {direct: true}}]
  ${verification}
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
class Leak {
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
const traces = (secret: string) => [
  secret,
  // whatever stands around it is escaped
  /\w[\w-]{5,}/.exec(secret)![0],
  JSON.stringify(secret).slice(1, -1),
  JSON.stringify(JSON.stringify(secret)).slice(3, -3),
  encodeURIComponent(secret),
  Buffer.from(secret).toString('base64').replace(/=+$/, ''),
];

const step = (uses: string, end?: string) =>
  `{uses: ${uses}, config: {text: "${TOKEN}"${end ? `, end: ${end}` : ''}}}`;

describe('invariant 8: no secret appears outside the process that uses it', () => {
  let leak: Leak;
  beforeEach(() => {
    leak = new Leak();
  });
  afterEach(() => leak.world.close());

  const expectNoTrace = async (more: unknown = '', masks = true) => {
    const everything = (await leak.everything()) + JSON.stringify(more);
    expect(traces(SECRET).filter(each => everything.includes(each))).toEqual(
      [],
    );
    expect(everything.includes('******')).toBe(masks);
  };

  it.each([
    ['output, message, log and pin', step('leaky-work')],
    ['a failure', step('leaky-work', 'failed')],
    ['an error', step('leaky-work', 'thrown')],
    ['a wait', step('leaky-work', 'waiting')],
    ['a skip', step('leaky-work', 'skipped')],
    ['metadata', step('leaky-record')],
    ['effect, intent, output', step('leaky-send')],
    ['recognition', step('leaky-send', 'failed')],
    ['a question', step('leaky-send', 'thrown')],
    [
      'a variable',
      `{uses: leaky-work, vars: [{name: v, value: "${TOKEN}"}], config: {text: "\${{ vars.v }}"}}`,
    ],
    [
      'a failing expression',
      `{uses: probe, config: {text: "\${{ int(secret('s').token) }}"}}`,
    ],
    [
      'an alias',
      `{uses: set-freight-alias, config: {name: "\${{ ctx.targetFreight.name }}", alias: "${TOKEN}"}}`,
    ],
    [
      'an address',
      `{uses: git-clone, config: {repoURL: "https://127.0.0.1:1/${TOKEN}", checkout: [{path: ./a}]}}`,
    ],
    ['a path', `{uses: delete, config: {path: "../${TOKEN}"}}`],
  ])('through %s', async (_, line) => {
    await leak.start(() => [line]);
    const plan = await leak.plan();
    await leak.promote();
    await expectNoTrace(plan);
  });

  it.each([
    [
      'a failing condition',
      `{uses: probe, if: "\${{ secret('s').token }}", config: {text: a}}`,
    ],
    [
      'a configuration that its step refuses',
      `{uses: leaky-work, config: {text: a, end: "${TOKEN}"}}`,
    ],
  ])('not even hidden, through %s', async (_, line) => {
    await leak.start(() => [line]);
    const plan = await leak.plan();
    expect((await leak.promote()).phase).toMatch(/Failed|Errored/);
    await expectNoTrace(plan, false);
  });

  it('through a verification', async () => {
    const verification = `verification: {analysisTemplates: [{name: check}], args: [{name: token, value: "${TOKEN}"}]}`;
    await leak.start(() => ['{uses: probe, config: {text: a}}'], verification);
    await leak.promote();
    const { verification: seen } = (await leak.world.store.stage(
      'web',
      'dev',
    ))!;
    expect(seen?.phase).toBe('Failed');
    await expectNoTrace();
  });

  it('through arguments of a verification that are wrong', async () => {
    const verification = `verification: {analysisTemplates: [{name: check}], args: [{name: token, value: "\${{ [secret('s').token] }}"}]}`;
    await leak.start(() => ['{uses: probe, config: {text: a}}'], verification);
    await leak.promote();
    const { verification: seen } = (await leak.world.store.stage(
      'web',
      'dev',
    ))!;
    expect(seen?.phase).toBe('Error');
    await expectNoTrace();
  });

  it('through an abort', async () => {
    await leak.start(() => [step('leaky-work', 'waiting')]);
    const { name } = await leak.promote();
    await leak.world.engine.abort({
      project: 'web',
      promotion: name,
      actor: ada,
    });
    await leak.world.queue.settle();
    expect((await leak.world.promotion(name)).phase).toBe('Aborted');
    await expectNoTrace();
  });
});

it('invariant 8 holds for any secret, in any steps, killed anywhere', async () => {
  const secret = fc
    .tuple(
      fc.uuid(),
      fc.string({ unit: 'grapheme', maxLength: 8 }),
      fc.constantFrom('', '\n', '"', '{"a":"b"}', '%2F/+ '),
    )
    .map(parts => parts.reverse().join(''));
  const line = fc
    .tuple(
      fc.constantFrom('leaky-work', 'leaky-record', 'leaky-send'),
      fc.constantFrom(undefined, undefined, 'waiting', 'skipped', 'failed'),
    )
    .map(([uses, end]) => step(uses, end));
  const point = fc.constantFrom('step.ran', 'step.intended', 'step.finished');
  await fc.assert(
    fc.asyncProperty(
      secret,
      fc.array(line, { minLength: 1, maxLength: 4 }),
      fc.tuple(point, fc.nat({ max: 4 })),
      async (value, steps, [where, index]) => {
        const leak = new Leak(value);
        await leak.start(() => steps);
        try {
          const plan = await leak.plan();
          await leak.promoteUntil(where, `step-${index + 1}`);
          await leak.reboot();
          const everything = (await leak.everything()) + JSON.stringify(plan);
          expect(everything).toMatch(/\*{6}/);
          expect(
            traces(value).filter(each => everything.includes(each)),
          ).toEqual([]);
        } finally {
          await leak.world.close();
        }
      },
    ),
    { numRuns: 25 },
  );
});

describe('a run goes on with the true values', () => {
  const PLAIN = 'a plain s3cret';
  let leak: Leak;
  beforeEach(() => {
    leak = new Leak(PLAIN);
  });
  afterEach(() => leak.world.close());

  const use =
    '{uses: probe, as: use, config: {text: "${{ quote(outputs[\'step-1\'].text) }}"}}';

  it.each(['leaky-work', 'compose-output', 'leaky-record'])(
    'of %s, also when it is opened anew',
    async uses => {
      await leak.start(() => [
        `{uses: ${uses}, config: {text: "${TOKEN}"}}`,
        '{uses: probe, as: between, config: {text: between}}',
        use,
      ]);
      await leak.promoteUntil('step.finished', 'between');
      expect(await leak.reboot()).toMatchObject({ phase: 'Succeeded' });
      expect(leak.seen).toEqual(['between', 'between', PLAIN]);
    },
  );

  it('of an external step, and says so when they are gone', async () => {
    await leak.start(() => [step('leaky-send'), use]);
    expect(await leak.promote()).toMatchObject({ phase: 'Succeeded' });
    expect(leak.seen).toEqual([PLAIN]);
    await leak.promoteUntil('step.finished', 'step-1');
    expect(await leak.reboot()).toMatchObject({
      phase: 'Errored',
      message:
        'use: probe: the output of step-1 held a secret, which is not kept: read the secret where it is needed',
    });
  });

  it('of an intent that is recognised after a crash', async () => {
    await leak.start(() => [step('leaky-send')]);
    await leak.promoteUntil('step.intended', 'step-1');
    expect(await leak.reboot()).toMatchObject({
      phase: 'Succeeded',
      message: 'done ******',
    });
  });

  it('and ends when a step would be replayed with another version of a secret', async () => {
    leak.texts.version = '1';
    await leak.start(() => [step('leaky-work'), use]);
    await leak.promoteUntil('step.finished', 'step-1');
    leak.texts = { data: { token: 'another one' }, version: '2' };
    expect(await leak.reboot()).toMatchObject({
      phase: 'Errored',
      message:
        'step-1: leaky-work: the secret s has changed since this step read it first (it was version 1, now it is 2): promote again',
    });
    expect(leak.seen).toEqual([]);
  });
});

describe('a secret that would be written into Git', () => {
  let leak: Leak;
  beforeEach(() => {
    leak = new Leak();
  });
  afterEach(() => leak.world.close());

  const clone = (remote: string) =>
    `{uses: git-clone, config: {repoURL: "${remote}", checkout: [{branch: main, path: ./src}]}}`;
  const write = (path = 'dev/values.yaml', text = `a: ${TOKEN}`) =>
    `{uses: file-write, as: write, config: {path: ./src/${path}, overwrite: true, contents: '${text.replaceAll(
      "'",
      "''",
    )}'}}`;
  const commit = (message = 'm') =>
    `{uses: git-commit, as: commit, config: {path: ./src, message: '${message.replaceAll(
      "'",
      "''",
    )}'}}`;
  const push = (branch = '') =>
    `{uses: git-push, config: {path: ./src, targetBranch: '${branch.replaceAll(
      "'",
      "''",
    )}'}}`;
  const tag = `{uses: git-tag, as: tag, config: {path: ./src, tag: v1, message: "${TOKEN}"}}`;
  const cure =
    "would hold secret('s').token, a secret that was read by %; nothing was pushed. Keep it out of Git, or let the platform set mayBeCommitted for it in stevedore.secrets";

  it.each([
    ['a file', [write(), commit()], 'commit: dev/values.yaml', 'write'],
    [
      'a file, encoded',
      [write('dev/new', `x\${{ toBase64(secret('s').token) }}`), commit()],
      'commit: dev/new',
      'write',
    ],
    [
      'a commit message',
      [write(undefined, 'b: 1'), commit(`m ${TOKEN}`)],
      'commit: the message or the author of the commit',
      'commit',
    ],
    ['a tag', [tag], 'tag: the name or the message of the tag', 'tag'],
  ])('is refused: %s', async (_, steps, where, by) => {
    await leak.start(remote => [clone(remote), ...steps, push()]);
    const before = leak.world.file('dev/values.yaml');
    const sentence = `${where} ${cure.replace('%', by)}`;
    expect((await leak.plan()).problem).toBe(sentence);
    const { phase, message } = await leak.promote();
    expect(phase).toBe('Errored');
    expect(message).toContain(sentence);
    expect(leak.world.file('dev/values.yaml')).toBe(before);
  });

  it('is refused as the name of a branch', async () => {
    leak.texts.data.token = 'branch-s3cret';
    await leak.start(remote => [
      clone(remote),
      write(undefined, 'b: 1'),
      commit(),
      push(TOKEN),
    ]);
    expect((await leak.promote()).message).toMatch(
      /step-4: the name of the branch would hold secret\('s'\)\.token, a secret that was read by step-4/,
    );
    expect(leak.world.remote.git('ls-remote', 'origin')).not.toContain(
      's3cret',
    );
  });

  it('is written where the platform lets it be', async () => {
    leak.texts.mayBeCommitted = true;
    await leak.start(remote => [clone(remote), write(), commit(), push()]);
    expect(await leak.promote()).toMatchObject({ phase: 'Succeeded' });
    expect(leak.world.file('dev/values.yaml')).toContain(SECRET);
    expect(JSON.stringify(await leak.plan())).not.toContain('S3cret');
  });

  it('is none that was there before', async () => {
    await leak.start(remote => [
      clone(remote),
      '{uses: yaml-update, config: {path: ./src/dev/values.yaml, updates: [{key: tag, value: "1"}]}}',
      `{uses: probe, config: {text: "${TOKEN}"}}`,
      commit(),
      push(),
    ]);
    const { remote } = leak.world;
    remote.write('dev/values.yaml', `other: '${SECRET}'\ntag: "0"\n`);
    remote.push('somebody wrote it');
    expect(await leak.promote()).toMatchObject({ phase: 'Succeeded' });
  });
});
