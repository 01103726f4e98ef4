import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { ApiServer } from '../packages/demo/src/kubernetes/ApiServer';
import { installKinds } from '../packages/demo/src/kubernetes/installKinds';
import { ChangingApplications } from './lib/ChangingApplications';
import { median, report, rounded, say } from './lib/figures';
import { Follower, FollowerOptions, Meter, Seen } from './lib/follower';
import { machine } from './lib/machine';

// `npm run bench:kubernetes`: 500 Applications on a real API server, each changing once in five seconds. How much CPU
// the module for clusters takes, how many requests it makes, and how soon a stage's health is current; beside it a
// bare client that does nothing but read the same watch. Twice: with the health of few stages, and with that of many.

const APPLICATIONS = 500;
const PERIOD_MS = 5_000;
/** How many stages there are; each rests on an Application of its own. */
const STAGES = [50, 500];
const SECONDS = Number(process.argv[2] ?? 30);
const WARM_UP_MS = 6_000;
const SETTLE_MS = 3_000;

interface Figures {
  cores: number;
  callsPerSecond: number;
  residentMB: number;
  delays: number[];
}

/** When each health that was written last is seen. */
class Stopwatch {
  readonly delays: number[] = [];
  private readonly written = new Map<string, { health: string; at: number }>();

  write(name: string, health: string, at: number): void {
    this.written.set(name, { health, at });
  }

  see({ name, health }: Seen): void {
    const key = name.replace(/^\D+/, '');
    const open = this.written.get(key);
    if (open?.health !== health) return;
    this.written.delete(key);
    this.delays.push((performance.now() - open.at) / 1000);
  }

  /** How many were never seen. */
  get missed(): number {
    return this.written.size;
  }
}

async function phase(
  server: ApiServer,
  applications: ChangingApplications,
  stages: number,
): Promise<{ ours: Figures; bare: Figures; changesPerSecond: number }> {
  const { url, caFile } = server;
  const options: FollowerOptions = { url, caFile, token: 'admin', stages };
  const watches = [new Stopwatch(), new Stopwatch()];
  const followers = await Promise.all(
    ['followApplications', 'watchBarely'].map((file, index) =>
      Follower.start(file, options, seen => watches[index].see(seen)),
    ),
  );
  try {
    applications.start(PERIOD_MS, ({ index, health, at }) => {
      if (index >= stages) return;
      for (const watch of watches) watch.write(`${index}`, health, at);
    });
    await delay(WARM_UP_MS);
    for (const watch of watches) watch.delays.length = 0;
    const before = await Promise.all(followers.map(each => each.meter()));
    const began = performance.now();
    const made = applications.made;
    await delay(SECONDS * 1000);
    const after = await Promise.all(followers.map(each => each.meter()));
    const seconds = (performance.now() - began) / 1000;
    const changesPerSecond = (applications.made - made) / seconds;
    await applications.stop();
    await delay(SETTLE_MS);
    const [ours, bare] = followers.map((_, index) =>
      figuresOf(watches[index], { before, after, index, seconds }),
    );
    return { ours, bare, changesPerSecond };
  } finally {
    await applications.stop();
    for (const each of followers) each.stop();
  }
}

function figuresOf(
  watch: Stopwatch,
  measured: {
    before: Meter[];
    after: Meter[];
    index: number;
    seconds: number;
  },
): Figures {
  if (watch.missed > 0) throw new Error(`${watch.missed} were never seen`);
  const { index, seconds } = measured;
  const before = measured.before[index];
  const after = measured.after[index];
  return {
    cores: (after.cpuSeconds - before.cpuSeconds) / seconds,
    callsPerSecond: (after.calls - before.calls) / seconds,
    residentMB: after.residentMB,
    delays: watch.delays,
  };
}

async function run(): Promise<void> {
  const directory = await mkdtemp(join(tmpdir(), 'stevedore-bench-'));
  const program = process.env.STEVEDORE_APISERVER!;
  const server = await ApiServer.start({ program, directory });
  try {
    await installKinds(server.admin, AbortSignal.timeout(60_000));
    const applications = new ChangingApplications(server.admin, APPLICATIONS);
    await applications.create();
    const phases: Awaited<ReturnType<typeof phase>>[] = [];
    for (const stages of STAGES) {
      const measured = await phase(server, applications, stages);
      const { ours, bare } = measured;
      say(
        `${stages} stages: ${(ours.cores * 100).toFixed(
          1,
        )} % of a core (bare ${(bare.cores * 100).toFixed(
          1,
        )} %), ${ours.callsPerSecond.toFixed(2)} calls/s, health after ${median(
          ours.delays,
        ).toFixed(3)} s`,
      );
      phases.push(measured);
    }
    reportAll(phases);
  } finally {
    await server.stop();
    await rm(directory, { recursive: true, force: true });
  }
}

function reportAll(phases: Awaited<ReturnType<typeof phase>>[]): void {
  const [few, many] = phases;
  const { ours, bare } = many;
  report({
    bench: 'kubernetes',
    ratios: {
      cpuToBareWatch: rounded(ours.cores / bare.cores),
      healthToBareWatch: rounded(median(ours.delays) / median(bare.delays)),
    },
    seconds: {
      health: rounded(median(ours.delays)),
      healthSlowest: rounded(Math.max(...ours.delays)),
      bareWatch: rounded(median(bare.delays)),
      bareWatchSlowest: rounded(Math.max(...bare.delays)),
    },
    cores: {
      fewStages: rounded(few.ours.cores),
      manyStages: rounded(ours.cores),
      bareWatch: rounded(bare.cores),
    },
    callsPerSecond: {
      fewStages: rounded(few.ours.callsPerSecond),
      manyStages: rounded(ours.callsPerSecond),
    },
    memory: { rssMB: ours.residentMB, bareRssMB: bare.residentMB },
    applications: APPLICATIONS,
    stages: STAGES,
    changesPerSecond: rounded(many.changesPerSecond),
    runs: ours.delays.length,
    machine: machine(),
  });
}

run().then(
  () => process.exit(0),
  error => {
    say(error.stack);
    process.exit(1);
  },
);
