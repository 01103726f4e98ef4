import { setTimeout as delay } from 'node:timers/promises';
import { APPLICATION } from '../../packages/demo/src/kubernetes/kinds';
import { KubernetesClient } from '../../packages/demo/src/kubernetes/KubernetesClient';
import { now } from '../../packages/demo/src/kubernetes/now';

/** As many as an Application of a usual service has. */
const RESOURCES = 20;
const AT_ONCE = 8;
/** Most changes of Argo CD's are other than of health. */
const HEALTH_EVERY = 10;

export interface Change {
  index: number;
  health: string;
  /** Of `performance.now()`, before it is asked for. */
  at: number;
}

/** Applications that Argo CD keeps changing. */
export class ChangingApplications {
  private readonly health: string[];
  private changes = 0;
  private stopped = false;
  private running: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly client: KubernetesClient,
    private readonly count: number,
  ) {
    this.health = Array.from({ length: count }, () => 'Healthy');
  }

  /** How many changes were made. */
  get made(): number {
    return this.changes;
  }

  async create(): Promise<void> {
    await this.eachAtOnce(async index => {
      const metadata = { namespace: 'argocd', name: `app-${index}` };
      const object = { metadata, ...applicationOf(index) };
      await this.client.create(APPLICATION, object);
    });
  }

  /** Each changes once in a period; `told` hears of those that change their health. */
  start(periodMs: number, told: (change: Change) => void): void {
    this.stopped = false;
    const round = async (): Promise<void> => {
      let turn = 0;
      while (!this.stopped) {
        const began = performance.now();
        const pace = periodMs / this.count;
        await this.eachAtOnce(async index => {
          const due = began + index * pace - performance.now();
          await delay(Math.max(0, due));
          if (this.stopped) return;
          await this.change(index, turn, told);
        });
        turn += 1;
      }
    };
    this.running = round();
  }

  async stop(): Promise<void> {
    this.stopped = true;
    await this.running;
  }

  private async change(
    index: number,
    turn: number,
    told: (change: Change) => void,
  ): Promise<void> {
    const at = performance.now();
    const status: Record<string, unknown> = { reconciledAt: now() };
    if ((index + turn) % HEALTH_EVERY === 0) {
      const health =
        this.health[index] === 'Healthy' ? 'Progressing' : 'Healthy';
      this.health[index] = health;
      status.health = { status: health };
      told({ index, health, at });
    } else {
      status.observedAt = `${now()} ${turn}`;
    }
    const ref = { namespace: 'argocd', name: `app-${index}` };
    await this.client.report(APPLICATION, ref, status);
    this.changes += 1;
  }

  private async eachAtOnce(work: (index: number) => Promise<void>) {
    let next = 0;
    const worker = async () => {
      while (next < this.count) {
        next += 1;
        await work(next - 1);
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, worker));
  }
}

function applicationOf(index: number) {
  const repoURL = 'https://git.example/acme/deploy';
  return {
    spec: {
      project: 'default',
      source: { repoURL, path: `apps/${index}`, targetRevision: 'main' },
      destination: { namespace: `app-${index}` },
    },
    status: {
      health: { status: 'Healthy' },
      sync: { status: 'Synced', revision: 'a'.repeat(40) },
      reconciledAt: now(),
      resources: Array.from({ length: RESOURCES }, (_, each) => ({
        ...{ group: 'apps', version: 'v1', kind: 'Deployment' },
        ...{ namespace: `app-${index}`, name: `workload-${each}` },
        ...{ status: 'Synced', health: { status: 'Healthy' } },
      })),
    },
  };
}
