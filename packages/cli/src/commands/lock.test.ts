import { tmpdir } from 'node:os';
import { recordIo } from '../__testUtils__/recordIo';
import { startPortal } from '../__testUtils__/startPortal';
import { sentenceOf } from '../commandLine';
import { lock, unlock } from './lock';

const LOCK = { id: '01L', scope: 'everything', reason: 'incident 812' };

describe('lock and unlock', () => {
  let portal: Awaited<ReturnType<typeof startPortal>>;
  beforeEach(async () => {
    portal = await startPortal({
      'POST /locks': LOCK,
      'POST /locks/01L/release': LOCK,
    });
  });
  afterEach(() => portal.stop());
  const common = () => ({
    backend: portal.backend,
    token: 'secret',
    directory: tmpdir(),
    output: 'text' as const,
  });

  it('locks systems beyond projects, and says how it is called', async () => {
    const io = recordIo();
    const entity = ['system:default/pay'];
    const reason = 'incident 812';
    await lock({ ...common(), entity, reason, automatic: true }, io);
    expect(portal.asked).toEqual([
      {
        call: 'POST /locks',
        body: { entities: entity, blocks: 'automatic', reason },
      },
    ]);
    expect(io.stdout).toBe('locked 01L everything: incident 812\n');
  });

  it('releases it, and says what becomes of what waits', async () => {
    const io = recordIo();
    await unlock({ ...common(), id: '01L', project: 'web', queue: 'drop' }, io);
    expect(portal.asked[0].body).toEqual({ project: 'web', queue: 'drop' });
    expect(io.stdout).toBe('released 01L everything: incident 812\n');
  });

  it('passes on why it was refused', async () => {
    const refused = unlock({ ...common(), id: '02M' }, recordIo());
    expect(sentenceOf(await refused.catch(error => error))).toBe(
      'no POST /locks/02M/release',
    );
  });
});
