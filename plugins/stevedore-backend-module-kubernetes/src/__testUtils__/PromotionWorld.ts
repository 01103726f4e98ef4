import { Engine, PromotionRow } from '@stevedore/promotion-engine';
import { EngineWorld } from '@stevedore/promotion-engine/engine-suite';
import { MemoryStore } from '@stevedore/promotion-engine/testing';
import { systemClock } from '@stevedore/promotion-engine';
import { KubernetesConfig } from '../config/readKubernetesConfig';
import { createModule } from '../createModule';
import { Clusters } from '../watch/Clusters';
import { eventually } from './eventually';
import { TestCluster } from './TestCluster';

type Options = Omit<Parameters<typeof EngineWorld.start>[1], 'steps'>;

/** A real engine with this module: promotions run until nothing but an event can move them. */
export class PromotionWorld {
  engine!: EngineWorld;
  clusters!: Clusters;

  static async start(
    cluster: TestCluster,
    options: Options & Partial<Pick<KubernetesConfig, 'argocd' | 'jobs'>>,
  ): Promise<PromotionWorld> {
    const world = new PromotionWorld();
    const {
      argocd = [{ cluster: 'test', namespace: 'argocd' }],
      jobs,
      ...rest
    } = options;
    const look: Engine['look'] = async at => world.engine?.engine.look(at);
    const { steps, verifiers, clusters, analysisRuns } = createModule({
      config: {
        clusters: [{ name: 'test', access: cluster.access }],
        argocd,
        jobs,
      },
      logger: { info: () => undefined, warn: () => undefined },
      look,
      changed: () => undefined,
      backOff: () => 20,
    });
    world.clusters = clusters;
    world.engine = await EngineWorld.start(new MemoryStore(systemClock), {
      ...rest,
      steps,
      verifiers,
      tools: { analysisRuns },
    });
    return world;
  }

  async close(): Promise<void> {
    await this.engine.close();
    await this.clusters.stop();
  }

  /** The newest promotion of a stage, once the events there were have moved it to where the check holds. */
  async until(
    stage: string,
    check: (promotion: PromotionRow) => void | Promise<void>,
  ): Promise<PromotionRow> {
    let promotion!: PromotionRow;
    await eventually(async () => {
      await this.engine.queue.settle();
      [promotion] = await this.engine.promotions(stage);
      await check(promotion);
    });
    return promotion;
  }

  ended(stage: string, phase: string): Promise<PromotionRow> {
    return this.until(stage, async ({ name, phase: now, message }) => {
      if (now === phase) return;
      const steps = await this.engine.store.steps('web', name);
      // what its steps wait for is what a failure has to tell
      const told = message ?? steps.map(step => step.message).join('; ');
      throw new Error(`${name} is ${now}, not ${phase}: ${told}`);
    });
  }

  async step(stage: string, alias: string) {
    const [{ name }] = await this.engine.promotions(stage);
    const steps = await this.engine.store.steps('web', name);
    return steps.find(step => step.alias === alias)!;
  }

  health(stage: string) {
    return this.engine.engine.health({ project: 'web', stage });
  }

  /** The commit that Argo CD would see. */
  get head(): string {
    this.engine.remote.git('fetch', '-q', 'origin');
    return this.engine.remote.git('rev-parse', 'origin/main').trim();
  }
}
