import { createBareRepository, runGit } from '../packages/demo/src';
import { dirname } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { BenchPortal } from './lib/BenchPortal';
import { median, report, rounded, say } from './lib/figures';
import { machine } from './lib/machine';

// `npm run test:kill`: kills a real Backstage at random, and looks whether anything was lost or done twice.
// `npm run test:kill -- 5` kills it five times.

const KILLS = Number(process.argv[2] ?? 50);
/** A promotion takes about half a second; milliseconds after a release. */
const WITHIN_MS = 2_500;
const STAGES = ['timed', 'plain'];

async function run(): Promise<string[]> {
  const portal = await BenchPortal.make({
    pipeline: {
      stages: STAGES,
      auto: STAGES,
      time: ['timed'],
      sideBySide: true,
      interval: '1s',
    },
    makeRepository: async path => {
      const root = dirname(dirname(path));
      const values = 'tag: "0"\nat: never\n';
      const files = {
        'timed/values.yaml': values,
        'plain/values.yaml': values,
      };
      await createBareRepository(root, 'acme/deploy', files);
    },
  });
  try {
    const starts = await killAgainAndAgain(portal);
    await portal.start();
    await portal.store.arrived(`1.0.${KILLS}`, STAGES);
    await portal.kill();
    return await judge(portal, starts);
  } catch (error) {
    say(await portal.tail());
    throw error;
  } finally {
    await portal.close();
  }
}

async function killAgainAndAgain(portal: BenchPortal): Promise<number[]> {
  const starts = [await portal.start()];
  await portal.defined();
  for (let kill = 1; kill <= KILLS; kill += 1) {
    await portal.release(`1.0.${kill}`);
    const wait = Math.round(Math.random() * WITHIN_MS);
    await new Promise(resolve => setTimeout(resolve, wait));
    await portal.kill();
    say(`kill ${kill} of ${KILLS}, ${wait} ms after release 1.0.${kill}`);
    if (kill < KILLS) starts.push(await portal.start());
  }
  return starts;
}

/** @returns what is wrong, a sentence each; after the report. */
async function judge(portal: BenchPortal, starts: number[]): Promise<string[]> {
  const promotions = await portal.store.promotions();
  const faults: string[] = [];
  let [missing, doubled, failed] = [0, 0, 0];
  for (const { name, phase, message } of promotions) {
    const commits = await commitsOf(portal.bare, name);
    const wanted = phase === 'Succeeded' ? 1 : 0;
    if (commits < wanted) missing += 1;
    if (commits > wanted) doubled += 1;
    if (phase !== 'Succeeded' && phase !== 'Superseded') failed += 1;
    if (commits !== wanted || !/^Su/.test(phase))
      faults.push(`${name}: ${phase} (${message}), ${commits} commits`);
  }
  const fault = await portal.store.chainFault();
  if (fault) faults.push(`the chain of the ledger: ${JSON.stringify(fault)}`);
  const { before, after } = await portal.store.rebuilt();
  const equal = isDeepStrictEqual(before, after);
  if (!equal) faults.push('the projections are not what the ledger says');
  report({
    bench: 'kill',
    ratios: {},
    seconds: { start: rounded(median(starts)) },
    kills: KILLS,
    promotions: promotions.length,
    superseded: promotions.filter(row => row.phase === 'Superseded').length,
    ...{ missing, doubled, failed },
    ledger: fault ? 'broken' : 'verified',
    projections: equal ? 'equal' : 'different',
    machine: machine(),
  });
  return faults;
}

async function commitsOf(bare: string, promotion: string): Promise<number> {
  const grep = `--grep=Stevedore-Promotion: ${promotion}`;
  const log = await runGit(['log', '--format=%H', grep, 'main'], { cwd: bare });
  return log.split('\n').filter(Boolean).length;
}

run().then(
  faults => {
    faults.forEach(say);
    process.exit(faults.length > 0 ? 1 : 0);
  },
  error => {
    say(error.stack);
    process.exit(1);
  },
);
