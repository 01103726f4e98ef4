import { dirname } from 'node:path';
import { createBareRepository } from '../packages/demo/src';
import { BenchPortal } from './lib/BenchPortal';
import { median, report, rounded, say, seconds } from './lib/figures';
import { machine } from './lib/machine';
import { Plumbing } from './lib/Plumbing';
import { ONE_STAGE, promote, STAGE } from './lib/promote';

// `npm run bench:latency`: from a refresh through the API to the commit on the remote branch, against the floor:
// the same requests to the registry, and one bare commit and push.

const RUNS = Number(process.argv[2] ?? 30);
/** Before the runs that count: the first of everything is slower. */
const WARM_UP = 2;

async function run(): Promise<void> {
  const portal = await BenchPortal.make({
    pipeline: ONE_STAGE,
    makeRepository: async path => {
      const files = { 'dev/values.yaml': 'tag: "0"\nat: never\n' };
      await createBareRepository(dirname(dirname(path)), 'acme/deploy', files);
    },
  });
  const plumbing = await Plumbing.clone(portal.repositoryWithPassword);
  try {
    await portal.release('1.0.0');
    await portal.start();
    await portal.defined();
    await portal.store.arrived('1.0.0', [STAGE]);
    const promoted: number[] = [];
    const floors: number[] = [];
    for (let index = 1; index <= WARM_UP + RUNS; index += 1) {
      const tag = `1.0.${index}`;
      const { time, requests } = await promote(portal, tag);
      const floor = await seconds(async () => {
        for (const path of requests) await readAll(portal, path);
        await plumbing.commitAndPush('floor.yaml', `tag: "${tag}"\n`);
      });
      if (index <= WARM_UP) continue;
      promoted.push(time);
      floors.push(floor);
      say(`${tag}: ${time.toFixed(3)} s, floor ${floor.toFixed(3)} s`);
    }
    report({
      bench: 'latency',
      ratios: { toFloor: rounded(median(promoted) / median(floors)) },
      seconds: {
        promotion: rounded(median(promoted)),
        floor: rounded(median(floors)),
      },
      runs: RUNS,
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

async function readAll(portal: BenchPortal, path: string): Promise<void> {
  const accept =
    'application/vnd.oci.image.index.v1+json, application/vnd.oci.image.manifest.v1+json';
  const answer = await fetch(`${portal.registry.url}${path}`, {
    headers: { accept },
  });
  await answer.arrayBuffer();
}

run().then(
  () => process.exit(0),
  error => {
    say(error.stack);
    process.exit(1);
  },
);
