import { superviseBackend } from '../backend/superviseBackend';
import { waitForFirstReleases } from '../backend/waitForFirstReleases';
import { DemoKubernetes } from '../kubernetes/startKubernetes';
import { DemoWorld } from '../world/buildConfig';
import { RUNNING } from '../world/components';
import { Cleanup } from '../world/Cleanup';
import { DemoError } from '../world/DemoError';
import { readJson } from '../world/jsonFile';
import { demoLayout } from '../world/layout';
import { prepareWorld } from '../world/prepareWorld';
import { addressesOf, writeAddresses } from '../world/ready';
import { markRunning, markStopped } from '../world/running';
import { startWorld } from '../world/startWorld';
import { guide } from './guide';
import { runCommand } from './runCommand';
import { stopSignal } from './stopSignal';

// `npm run demo`: everything on this machine, until Ctrl-C.

async function start(args: string[]): Promise<void> {
  const kubernetes = apiServerFor(args);
  const signal = stopSignal();
  const layout = demoLayout();
  const isNew = (await readJson(layout.ports)) === undefined;
  const world = await prepareWorld(layout, process.env, { kubernetes });
  const cleanup = new Cleanup();
  cleanup.add(() => markStopped(layout));
  try {
    const cluster = await startWorld(world, cleanup);
    say('Starting Backstage …');
    await supervise(world, { signal, isNew, cluster });
  } finally {
    say('Stopping …');
    await cleanup.run();
  }
}

/** The program that serves a Kubernetes API, where `--kubernetes` asks for it. */
function apiServerFor(args: string[]): string | undefined {
  if (args.length === 0) return undefined;
  const program = process.env.STEVEDORE_APISERVER;
  if (args.join() === '--kubernetes' && program) return program;
  throw new DemoError('Usage: npm run demo [-- --kubernetes]');
}

interface Supervision {
  readonly signal: AbortSignal;
  readonly isNew: boolean;
  readonly cluster?: DemoKubernetes;
}

function supervise(
  world: DemoWorld,
  { signal, isNew, cluster }: Supervision,
): Promise<void> {
  const { layout, ports } = world;
  const kubernetes = cluster && {
    ...{ url: cluster.url, caFile: cluster.caFile },
    kubeconfig: layout.kubeconfig,
  };
  let waits = isNew;
  signal.addEventListener('abort', () => markRunning(layout));
  return superviseBackend({
    layout,
    port: ports.portal,
    signal,
    async onReady() {
      if (waits) await waitForFirstReleases(firstReleases(world, signal));
      waits = false;
      if (signal.aborted) return;
      await writeAddresses(world, kubernetes);
      say(guide(world));
    },
    async onKilled(name) {
      await markRunning(layout);
      say(`Backstage was killed (${name}). Starting it again …`);
    },
  });
}

function firstReleases(world: DemoWorld, signal: AbortSignal) {
  return { backend: addressesOf(world).backend, components: RUNNING, signal };
}

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}

// A terminal that went away is no reason to leave processes behind.
process.stdout.on('error', () => {});
runCommand(start);
