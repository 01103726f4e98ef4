import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runGit } from '../packages/demo/src';
import { BenchPortal } from './lib/BenchPortal';
import { countGitProcesses } from './lib/countGitProcesses';
import { median, report, rounded, say, seconds } from './lib/figures';
import { generateRepository, LARGE } from './lib/generateRepository';
import { machine } from './lib/machine';
import { Plumbing } from './lib/Plumbing';
import { ONE_STAGE, promote, STAGE } from './lib/promote';

// `npm run bench:git`: the same promotion on a large repository, against bare plumbing and against a clone.

const RUNS = Number(process.argv[2] ?? 20);
const CLONES = 3;
const WARM_UP = 2;

async function run(): Promise<void> {
  const portal = await BenchPortal.make({
    pipeline: ONE_STAGE,
    makeRepository: generateRepository,
  });
  const plumbing = await Plumbing.clone(portal.repositoryWithPassword);
  try {
    const clones: number[] = [];
    for (let index = 1; index <= CLONES; index += 1)
      clones.push(await clone(portal));
    say(`clones: ${clones.map(each => each.toFixed(2)).join(', ')} s`);
    await portal.release('1.0.0');
    await portal.start();
    await portal.defined();
    await portal.store.arrived('1.0.0', [STAGE]);
    const { promoted, floors } = await measure(portal, plumbing);
    await portal.kill();
    const commands = await countedPromotion(portal);
    report({
      bench: 'git',
      ratios: {
        toPlumbing: rounded(median(promoted) / median(floors)),
        cloneTo: rounded(median(clones) / median(promoted)),
      },
      seconds: {
        promotion: rounded(median(promoted)),
        plumbing: rounded(median(floors)),
        clone: rounded(median(clones)),
      },
      runs: RUNS,
      gitProcesses: commands.length,
      repository: {
        files: LARGE.files,
        commits: LARGE.commits,
        megabytes: Math.round((LARGE.files * LARGE.bytes) / 1e6),
      },
      machine: machine(),
    });
  } catch (error) {
    say(await portal.tail());
    throw error;
  } finally {
    await plumbing.remove();
    await portal.close();
  }
}

async function measure(portal: BenchPortal, plumbing: Plumbing) {
  const promoted: number[] = [];
  const floors: number[] = [];
  for (let index = 1; index <= WARM_UP + RUNS; index += 1) {
    const tag = `1.0.${index}`;
    const { time } = await promote(portal, tag);
    const text = `tag: "${tag}"\n`;
    const floor = await seconds(() =>
      plumbing.commitAndPush('floor.yaml', text),
    );
    say(`${tag}: ${time.toFixed(3)} s, plumbing ${floor.toFixed(3)} s`);
    if (index <= WARM_UP) continue;
    promoted.push(time);
    floors.push(floor);
  }
  return { promoted, floors };
}

/** One more promotion by a Backstage whose `git` writes down its calls. */
async function countedPromotion(portal: BenchPortal): Promise<string[]> {
  const counted = countGitProcesses(join(portal.directory, 'bin'));
  process.env.PATH = counted.path;
  await portal.start();
  await promote(portal, '2.0.0');
  counted.clear();
  await promote(portal, '2.0.1');
  const commands = counted.commands();
  say(`Git processes of one promotion: ${commands.length}`);
  for (const command of commands) say(`  git ${command}`);
  return commands;
}

/** What a tool does that clones for each promotion. */
async function clone(portal: BenchPortal): Promise<number> {
  const directory = await mkdtemp(join(tmpdir(), 'stevedore-clone-'));
  const into = join(directory, 'clone');
  const url = portal.repositoryWithPassword;
  try {
    return await seconds(() => runGit(['clone', '--quiet', url, into]));
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}

run().then(
  () => process.exit(0),
  error => {
    say(error.stack);
    process.exit(1);
  },
);
