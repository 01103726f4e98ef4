import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';
import { HOUSEKEEPING, isUntidy } from './housekeeping';
import { Mirror } from './Mirror';
import { parseRemoteUrl } from './remoteUrl';
import { TestRemote } from './testing/TestRemote';
import { TreeCache } from './workspace/TreeCache';

describe('housekeeping', () => {
  let remote: TestRemote;

  beforeEach(() => {
    remote = new TestRemote();
    remote.write('value', '0\n');
    remote.push('start');
  });
  afterEach(() => remote.remove());

  function mirrorOf(looseInFolder: number): Mirror {
    const context = {
      directory: join(remote.directory, 'engine'),
      credentials: async () => undefined,
      allowFile: true,
      sparse: true,
      binary: 'git',
      trees: new TreeCache(),
      housekeeping: { everyFetches: 3, packs: 40, looseInFolder },
    };
    return new Mirror(context, parseRemoteUrl(remote.url, true));
  }

  const loose = async (mirror: Mirror) => {
    const counted = await mirror.git(['count-objects']);
    return Number(/^\d+/.exec(counted.toString())![0]);
  };

  async function fetchTimes(mirror: Mirror, times: number): Promise<void> {
    for (let time = 0; time < times; time += 1) {
      remote.write('value', `${Math.random()}\n`);
      remote.push('more');
      await mirror.fetch();
    }
    await mirror.housekeeping;
  }

  it('packs what lies loose, and drops nothing that a promotion may rest on', async () => {
    const mirror = mirrorOf(-1);
    await mirror.ready();
    const unreached = (
      await mirror.git(['hash-object', '-w', '--stdin'], 'in no branch yet')
    )
      .toString()
      .trim();
    await fetchTimes(mirror, 2);
    expect(await loose(mirror)).toBeGreaterThan(1);
    await fetchTimes(mirror, 1);
    // the objects are in a pack now; the next round takes the loose copies away
    await fetchTimes(mirror, 3);
    expect(await loose(mirror)).toBeLessThan(12);
    const text = await mirror.git(['cat-file', 'blob', unreached]);
    expect(text.toString()).toBe('in no branch yet');
    await mirror.git(['fsck', '--strict']);
    await fetchTimes(mirror, 1);
    const head = await mirror.git(['rev-parse', 'refs/remotes/origin/main']);
    expect(head.toString().trim()).toBe(remote.git('rev-parse', 'HEAD'));
  });

  it('leaves alone what is in order', async () => {
    const mirror = mirrorOf(10);
    await fetchTimes(mirror, 3);
    expect(await loose(mirror)).toBe(12);
  });

  it('removes the lock of a process that was killed long ago', async () => {
    const mirror = mirrorOf(-1);
    await fetchTimes(mirror, 2);
    const lock = join(mirror.gitDir, 'objects/maintenance.lock');
    writeFileSync(lock, '');
    utimesSync(lock, 0, 0);
    const before = await loose(mirror);
    await fetchTimes(mirror, 4);
    expect(await loose(mirror)).toBeLessThan(before + 4 * 3);
    expect(existsSync(lock)).toBe(false);
  });

  it('does not stand in the way when it fails', async () => {
    const mirror = mirrorOf(-1);
    await fetchTimes(mirror, 2);
    writeFileSync(join(mirror.gitDir, 'objects/maintenance.lock'), '');
    await expect(fetchTimes(mirror, 2)).resolves.toBeUndefined();
  });
});

describe('isUntidy', () => {
  let directory: string;
  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), 'untidy-'));
  });
  afterEach(() => rmSync(directory, { recursive: true }));

  function put(folder: string, names: string[]): void {
    const place = join(directory, 'objects', folder);
    mkdirSync(place, { recursive: true });
    for (const name of names) writeFileSync(join(place, name), '');
  }
  const names = (count: number, end: string) =>
    Array.from({ length: count }, (_, n) => `${n}`.padStart(38, '0') + end);

  it('is a mirror with many packs, or many loose objects', async () => {
    const untidy = () => isUntidy(directory, HOUSEKEEPING);
    expect(await untidy()).toBe(false);
    put('pack', [...names(40, '.pack'), ...names(40, '.idx')]);
    put('17', [...names(10, ''), 'tmp_obj_1']);
    expect(await untidy()).toBe(false);
    put('17', names(11, ''));
    expect(await untidy()).toBe(true);
    rmSync(join(directory, 'objects/17'), { recursive: true });
    put('pack', names(41, '.pack'));
    expect(await untidy()).toBe(true);
  });
});
