import fc from 'fast-check';
import { Leak, SECRET, step, TOKEN, traces } from './testing/Leak';
import { ada } from './testing/suite/people';

jest.setTimeout(120_000);

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
