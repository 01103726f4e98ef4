import { randomBytes } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { Informer } from './Informer';
import {
  atStep,
  failed,
  Freight,
  heldBy,
  isAvailable,
  KargoStage,
  KargoStatuses,
  left,
  Promotion,
  succeeded,
  verified,
} from './kargoStatus';
import {
  FREIGHT,
  KubernetesObject,
  PROJECT_CONFIG,
  PROMOTION,
  STAGE,
} from './kinds';
import { KubernetesClient } from './KubernetesClient';
import { now } from './now';
import { Turns } from './Turns';

const ABORT = 'kargo.akuity.io/abort';
const ACTOR = 'kargo.akuity.io/create-actor';
const FINAL = ['Succeeded', 'Failed', 'Errored', 'Aborted'];

type ProjectConfig = KubernetesObject & {
  spec?: {
    promotionPolicies?: {
      stageSelector?: { name?: string };
      autoPromotionEnabled?: boolean;
    }[];
  };
};

export interface KargoOptions {
  readonly client: KubernetesClient;
  /** That a step of a promotion takes. Default 1500: time enough to abort one by hand. */
  readonly stepMilliseconds?: number;
}

/** Plays the controllers of Kargo that promote: their steps only say that they are done. */
export class Kargo {
  private readonly stages: Informer<KargoStage>;
  private readonly freight: Informer<Freight>;
  private readonly promotions: Informer<Promotion>;
  private readonly configs: Informer<ProjectConfig>;
  private readonly turns: Turns;
  private readonly stopped = new AbortController();
  private readonly step: number;

  constructor({ client, stepMilliseconds = 1_500 }: KargoOptions) {
    this.step = stepMilliseconds;
    this.stages = new Informer(client, STAGE);
    this.freight = new Informer(client, FREIGHT);
    this.promotions = new Informer(client, PROMOTION);
    this.configs = new Informer(client, PROJECT_CONFIG);
    this.turns = new Turns(key => this.reconcile(key));
    for (const each of this.all()) {
      each.onChange(({ metadata: { namespace } }) => this.look(namespace));
    }
  }

  async start(): Promise<void> {
    await Promise.all(this.all().map(each => each.start()));
  }

  async stop(): Promise<void> {
    this.stopped.abort();
    await Promise.all(this.all().map(each => each.stop()));
    await this.turns.stop();
  }

  private all() {
    return [this.stages, this.freight, this.promotions, this.configs];
  }

  /** Freight that is verified in one stage may enter the next. */
  private look(namespace: string): void {
    for (const { metadata } of this.stages.all())
      if (metadata.namespace === namespace)
        this.turns.ask(`${namespace}/${metadata.name}`);
  }

  private async reconcile(key: string): Promise<void> {
    const [namespace, name] = key.split('/');
    const stage = this.stages.get({ namespace, name });
    if (!stage) return;
    const mine = this.promotions
      .all()
      .filter(({ metadata, spec }) => {
        return metadata.namespace === namespace && spec?.stage === name;
      })
      .sort((a, b) => (a.metadata.name < b.metadata.name ? -1 : 1));
    const open = mine.filter(each => !FINAL.includes(each.status?.phase ?? ''));
    const next =
      open.find(({ status }) => status?.phase === 'Running') ?? open[0];
    if (next) await this.promote(stage, next);
    else if (isToVerify(stage)) await this.verify(stage);
    else await this.promoteItself(stage, mine);
  }

  /** One step at a time, so that whoever aborts it is heard. */
  private async promote(stage: KargoStage, seen: Promotion): Promise<void> {
    const promotion = await this.admit(stage, seen);
    const { spec, status } = promotion;
    const freight = this.freight.get({
      namespace: promotion.metadata.namespace,
      name: `${spec?.freight}`,
    });
    const index = status?.phase === 'Running' ? status.currentStep ?? 0 : -1;
    const isLast = index + 1 >= (spec?.steps?.length ?? 0);
    if (promotion.metadata.annotations?.[ABORT])
      await this.end(promotion, 'Aborted', 'Promotion was aborted');
    else if (!freight || !isAvailable(freight, stage))
      await this.end(promotion, 'Errored', 'Freight is not available to Stage');
    else if (isLast) await this.succeed(promotion, { freight, stage });
    else {
      const begun = { index: index + 1, at: now() };
      await this.write(promotion, atStep(promotion, begun));
    }
    await this.pause();
  }

  /** Steps are the stage's, whoever made the promotion (Kargo: admission). */
  private async admit(stage: KargoStage, seen: Promotion): Promise<Promotion> {
    if (seen.spec?.steps) return seen;
    const steps = stage.spec?.promotionTemplate?.spec.steps ?? [];
    const { client, kind } = this.promotions;
    const admitted = await client.patch<Promotion>(kind, seen.metadata, {
      spec: { steps },
    });
    this.promotions.put(admitted);
    return admitted;
  }

  private async succeed(
    promotion: Promotion,
    { freight, stage }: { freight: Freight; stage: KargoStage },
  ): Promise<void> {
    const { namespace } = promotion.metadata;
    const held = heldBy(stage).filter(name => name !== freight.metadata.name);
    for (const name of held)
      await this.report(this.freight, { namespace, name }, left(stage).freight);
    const done = succeeded(promotion, { freight, stage, at: now() });
    await this.write(promotion, done);
  }

  private end(promotion: Promotion, phase: string, message: string) {
    const statuses = failed(promotion, { phase, message, at: now() });
    return this.write(promotion, statuses);
  }

  private async verify(stage: KargoStage): Promise<void> {
    await this.pause();
    const { namespace, name } = stage.metadata;
    const statuses = verified(stage, { at: now() });
    for (const held of heldBy(stage))
      await this.report(
        this.freight,
        { namespace, name: held },
        statuses.freight,
      );
    await this.report(this.stages, { namespace, name }, statuses.stage);
  }

  /** The newest freight that was never promoted there. */
  private async promoteItself(
    stage: KargoStage,
    before: readonly Promotion[],
  ): Promise<void> {
    const { namespace, name } = stage.metadata;
    const isAuto = this.configs
      .all()
      .filter(each => each.metadata.namespace === namespace)
      .flatMap(({ spec }) => spec?.promotionPolicies ?? [])
      .some(
        each => each.stageSelector?.name === name && each.autoPromotionEnabled,
      );
    const [newest] = this.freight
      .all()
      .filter(each => isAvailable(each, stage))
      .sort((a, b) => (`${a.discoveredAt}` < `${b.discoveredAt}` ? 1 : -1));
    if (!isAuto || !newest) return;
    const freight = newest.metadata.name;
    if (before.some(each => each.spec?.freight === freight)) return;
    const { client, kind } = this.promotions;
    const made = await client.create(kind, {
      metadata: {
        ...{ namespace, name: nameOf(name, freight) },
        annotations: { [ACTOR]: 'controller:stage-controller' },
      },
      spec: {
        ...{ stage: name, freight },
        steps: stage.spec?.promotionTemplate?.spec.steps ?? [],
      },
    } as Promotion);
    if (made) this.promotions.put(made);
  }

  private async write(promotion: Promotion, statuses: KargoStatuses) {
    const { metadata, spec } = promotion;
    const { namespace } = metadata;
    const at = (name?: string) => ({ namespace, name: `${name}` });
    // whoever sees that it is over sees what the stage holds, too
    await this.report(this.freight, at(spec?.freight), statuses.freight);
    await this.report(this.stages, at(spec?.stage), statuses.stage);
    await this.report(this.promotions, metadata, statuses.promotion);
  }

  private async report<T extends KubernetesObject>(
    informer: Informer<T>,
    at: { namespace: string; name: string },
    status: object | undefined,
  ): Promise<void> {
    if (!status) return;
    const { client, kind } = informer;
    informer.put(await client.report<T>(kind, at, status));
  }

  private async pause(): Promise<void> {
    const { signal } = this.stopped;
    await delay(this.step, undefined, { signal });
  }
}

const isToVerify = ({ status }: KargoStage): boolean =>
  status?.health?.status === 'Healthy' &&
  status.freightHistory?.[0] !== undefined &&
  !status.freightHistory[0].verificationHistory;

const CROCKFORD = '0123456789abcdefghjkmnpqrstvwxyz';

/** `<stage>.<ULID>.<first 7 of the freight>`: names have the order of time. */
function nameOf(stage: string, freight: string): string {
  const time = Date.now().toString(32).padStart(10, '0');
  const digits = [...time].map(digit => parseInt(digit, 32));
  const ulid = [...digits, ...randomBytes(16)]
    .map(digit => CROCKFORD[digit % CROCKFORD.length])
    .join('');
  return `${stage}.${ulid}.${freight.slice(0, 7)}`;
}
