import { Leak, step, TOKEN } from './testing/Leak';

jest.setTimeout(120_000);

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
        'leaky-work: the secret s has changed since this step read it first (it was version 1, now it is 2): promote again',
    });
    expect(leak.seen).toEqual([]);
  });
});
