import { tmpdir } from 'node:os';
import { recordIo } from '../__testUtils__/recordIo';
import { startPortal } from '../__testUtils__/startPortal';
import { rollback } from './rollback';

const GOOD = 'a'.repeat(40);
const WAYS = 'GET /projects/web/stages/prod/rollback';
const PLAN = 'POST /projects/web/plans';
const ACT = 'POST /projects/web/stages/prod/rollback';
const to = { name: GOOD, alias: 'brave-otter', versions: [] };
const plan = {
  action: 'Roll prod back to 1.0.0',
  open: true,
  gates: [{ gate: 'origin', status: 'pass', sentence: 'fits', clearedBy: [] }],
  change: {},
  plan: {
    promotion: 'prod.1.abc',
    effects: [
      {
        step: 'push',
        kind: 'git-push',
        target: 'push to main',
        files: ['a.yaml'],
      },
    ],
  },
};

describe('rollback', () => {
  let portal: Awaited<ReturnType<typeof startPortal>>;
  afterEach(() => portal.stop());

  const run = async (answers: object, more: object = {}) => {
    portal = await startPortal({ ...answers });
    const io = recordIo();
    const code = await rollback(
      {
        backend: portal.backend,
        token: 'secret',
        directory: tmpdir(),
        project: 'web',
        stage: 'prod',
        output: 'text',
        ...more,
      },
      io,
    );
    return { io, code };
  };

  it('plans going back to the last verified, and does nothing', async () => {
    const { io, code } = await run({
      [WAYS]: {
        stage: 'prod',
        options: [{ origin: 'w', to, earlierCount: 1 }],
      },
      [PLAN]: plan,
    });
    expect(code).toBe(0);
    expect(io.stdout).toBe('Roll prod back to 1.0.0\npush to main\n  a.yaml\n');
    expect(io.stderr).toBe('Nothing was done; --yes does it.\n');
    expect(portal.asked.map(({ call }) => call)).toEqual([WAYS, PLAN]);
    expect(portal.asked[1].body).toEqual({
      stage: 'prod',
      freight: GOOD,
      rollback: true,
    });
  });

  it('asks for just what was planned, with --yes', async () => {
    const { io, code } = await run(
      { [PLAN]: plan, [ACT]: { name: 'prod.1.abc', sentence: 'waits' } },
      { freight: 'brave-otter', yes: true, reason: 'bad', quarantine: true },
    );
    expect(code).toBe(0);
    expect(io.stdout).toBe('prod.1.abc waits\n');
    expect(portal.asked[1]).toEqual({
      call: ACT,
      body: {
        freight: 'brave-otter',
        reason: 'bad',
        quarantine: true,
        plan: 'prod.1.abc',
      },
    });
  });

  it('says why it would not go, and does nothing then', async () => {
    const { io, code } = await run(
      { [PLAN]: { ...plan, whyNot: 'prod is locked.' } },
      { freight: 'brave-otter', yes: true },
    );
    expect(code).toBe(1);
    expect(io.stdout).toContain('prod is locked.');
    expect(portal.asked).toHaveLength(1);
  });

  it.each([
    [[], 'There is nothing to go back to in prod.'],
    [[{ whyNot: 'Nothing else was verified.' }], 'Nothing else was verified.'],
    [[{ to }, { to: { name: 'b' } }], 'brave-otter or b'],
  ])('says what it cannot know: %j', async (options, sentence) => {
    await expect(run({ [WAYS]: { stage: 'prod', options } })).rejects.toThrow(
      sentence,
    );
  });
});
