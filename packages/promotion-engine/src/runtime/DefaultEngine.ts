import { ConflictError } from '../model/errors';
import { isTerminal } from '../model/promotion';
import { FreightRow, PromotionRow } from '../model/rows';
import { ArtifactSource } from '../model/sourceKey';
import { WorkKey } from '../ports/runtime';
import { planAsked, requestAsked, rollbackAsked } from './askPromotion';
import { askTargets } from './askTargets';
import { commitAndTell, entryOf, expectPromotion } from './commit';
import { EngineContext } from './context';
import { defineProject, pauseProject } from './defineProject';
import { comingCommits, CommitReader, CommitsQuestion } from './commits';
import { BranchHeads, GitReader, stageDrift } from './drift';
import {
  Actor,
  DefinitionInput,
  Engine,
  FreightByHand,
  FreightDecision,
  FreightInto,
  FreightWaiver,
  PeopleActs,
  PlanAnswer,
  PromotionDecision,
  RequestError,
  RollbackAsk,
  StageDecision,
  TargetAnswer,
  TargetsAsk,
} from './engine';
import { gateReport } from './facts';
import { changeAlias, createFreightByHand } from './freightByHand';
import { createPeopleActs } from './people';
import { approve, reject, withdraw } from './people/decisions';
import { PromotionRunner } from './PromotionRunner';
import { liftQuarantine, quarantineFreight } from './quarantineFreight';
import { resolveFreight } from './resolveFreight';
import { setHold } from './setHold';
import { stageHealth } from './stageHealth';
import { stopVerification, verifyAgain } from './verifyAgain';
import { waiveFreight } from './waiveFreight';
import { look, wakeEverything, wakeSubscribers } from './wakeEverything';
import { withoutSecrets } from './withoutSecrets';

type Handlers = Record<
  WorkKey['kind'],
  {
    work(
      project: string,
      name: string,
    ): Promise<{ againMs: number } | undefined>;
  }
>;

/** The engine behind its interface: every method reads, decides, commits, and wakes what depends on it. */
export class DefaultEngine implements Engine {
  readonly #context: EngineContext;
  readonly #handlers: Handlers;
  readonly #runner: PromotionRunner;
  readonly #git: GitReader;
  readonly #heads: BranchHeads;
  readonly #commits: CommitReader;
  readonly people: PeopleActs;

  constructor(
    context: EngineContext,
    parts: { handlers: Handlers; runner: PromotionRunner; heads: BranchHeads },
  ) {
    this.#context = context;
    this.#heads = parts.heads;
    this.#git = new GitReader({ git: context.git, heads: parts.heads });
    this.#commits = new CommitReader(context);
    this.people = createPeopleActs(context);
    this.#handlers = parts.handlers;
    this.#runner = parts.runner;
  }

  async start(): Promise<void> {
    const { queue, masker } = this.#context;
    await queue.start(key =>
      withoutSecrets(masker, () =>
        unlessOutrun(() =>
          this.#handlers[key.kind].work(key.project, key.name),
        ),
      ),
    );
    await wakeEverything(this.#context);
  }

  stop(): Promise<void> {
    return this.#context.queue.stop();
  }

  define(input: DefinitionInput): Promise<void> {
    return defineProject(this.#context, input);
  }

  pause(project: string, reason: string): Promise<void> {
    return pauseProject(this.#context, project, reason);
  }

  async gates(input: FreightInto) {
    const { freight } = await resolveFreight(this.#context, input);
    return gateReport(this.#context, { ...input, freight }, 'request');
  }

  plan(input: Parameters<Engine['plan']>[0]): Promise<PlanAnswer> {
    return planAsked(this.#context, input);
  }

  request(input: Parameters<Engine['request']>[0]): Promise<PromotionRow> {
    return requestAsked(this.#context, input);
  }

  requestTargets(input: TargetsAsk): Promise<TargetAnswer[]> {
    return askTargets(this.#context, input);
  }

  rollback(input: RollbackAsk): Promise<PromotionRow> {
    return rollbackAsked(this.#context, input);
  }

  approve(input: PromotionDecision): Promise<PromotionRow> {
    return approve(this.#context, input);
  }

  reject(input: PromotionDecision): Promise<PromotionRow> {
    return reject(this.#context, input);
  }

  withdraw(input: Omit<PromotionDecision, 'digest'>): Promise<PromotionRow> {
    return withdraw(this.#context, input);
  }

  async abort(input: Omit<PromotionDecision, 'digest'>): Promise<PromotionRow> {
    const promotion = await this.#promotion(input);
    if (isTerminal(promotion.phase))
      throw new RequestError(
        'conflict',
        `it has ended already: ${promotion.phase}`,
      );
    const row = await this.#commit(promotion, {
      verb: 'promotion.abortRequested',
      input,
      data: { promotion: promotion.name },
    });
    this.#runner.interrupt(input.project, input.promotion);
    return row;
  }

  async retry(input: Omit<PromotionDecision, 'digest'>): Promise<PromotionRow> {
    const promotion = await this.#promotion(input);
    if (promotion.question) return this.#answer(promotion, input);
    if (!isTerminal(promotion.phase) || promotion.phase === 'Succeeded') {
      throw new RequestError(
        'conflict',
        `it is ${promotion.phase}; only what ended badly can be tried again`,
      );
    }
    const { project, actor, reason } = input;
    const anew = {
      project,
      stage: promotion.stage,
      freight: promotion.freight.name,
      actor,
      reason,
      inputs: inputsOf(promotion),
    };
    return promotion.rollback ? this.rollback(anew) : this.request(anew);
  }

  createFreight(input: FreightByHand): Promise<FreightRow> {
    return createFreightByHand(this.#context, input);
  }

  changeAlias(input: Parameters<Engine['changeAlias']>[0]) {
    return changeAlias(this.#context, input);
  }

  waive(input: FreightWaiver): Promise<void> {
    return waiveFreight(this.#context, input);
  }

  quarantine(input: FreightDecision): Promise<FreightRow> {
    return quarantineFreight(this.#context, input);
  }

  liftQuarantine(input: FreightDecision): Promise<FreightRow> {
    return liftQuarantine(this.#context, input);
  }

  verifyAgain(input: StageDecision): Promise<void> {
    return verifyAgain(this.#context, input);
  }

  stopVerification(input: StageDecision): Promise<void> {
    return stopVerification(this.#context, input);
  }

  async refresh(input: { project: string; warehouse: string }): Promise<void> {
    const definition = await this.#context.definitions.load(input.project);
    const known = definition?.project.warehouses.some(
      each => each.name === input.warehouse,
    );
    if (!known)
      throw new RequestError(
        'notFound',
        `there is no warehouse ${input.warehouse} in ${input.project}`,
      );
    await this.#context.queue.enqueue({
      kind: 'refresh',
      project: input.project,
      name: input.warehouse,
    });
  }

  notify(source: ArtifactSource): Promise<number> {
    if (source.kind === 'git') this.#heads.mayHaveMoved(source.repoURL);
    return wakeSubscribers(this.#context, source);
  }

  async hold(input: {
    project: string;
    stage: string;
    origin: string;
    actor: Actor;
    reason?: string;
  }): Promise<void> {
    await setHold(this.#context, input, 'hold.set');
  }

  async resume(input: {
    project: string;
    stage: string;
    origin: string;
    actor: Actor;
    reason?: string;
  }): Promise<void> {
    await setHold(this.#context, input, 'hold.released');
  }

  async health(at: { project: string; stage: string }) {
    const row = await this.#context.store.stage(at.project, at.stage);
    return row?.lastPromotion ? stageHealth(this.#context, row) : undefined;
  }

  commits(question: CommitsQuestion) {
    return comingCommits(this.#context, this.#commits, question);
  }

  async drift(at: { project: string; stage: string }) {
    const row = await this.#context.store.stage(at.project, at.stage);
    return row && stageDrift(this.#context, this.#git, row);
  }

  look(at: Parameters<Engine['look']>[0]): Promise<void> {
    return look(this.#context, at);
  }

  async denied(input: {
    project: string;
    subject: string;
    actor: Actor;
    operation: string;
    reason: string;
  }): Promise<void> {
    const { project, subject, actor, operation, reason } = input;
    const entry = entryOf(this.#context, {
      verb: 'denied',
      actor: actor.ref,
      subject,
      reason,
      data: { operation },
    });
    await this.#context.store.commit({ project, entries: [entry], expect: [] });
  }

  /** The question is answered and its step put back to its beginning, both or neither. */
  #answer(
    promotion: PromotionRow,
    input: Omit<PromotionDecision, 'digest'>,
  ): Promise<PromotionRow> {
    const { name } = promotion;
    const { step } = promotion.question!;
    const because = `${input.actor.ref} asked to try again`;
    return this.#commit(
      promotion,
      {
        verb: 'promotion.answered',
        input,
        data: { promotion: name, step },
      },
      {
        verb: 'promotion.rewound',
        input,
        data: { promotion: name, steps: [step], inputs: {}, because },
      },
    );
  }

  async #commit(
    promotion: PromotionRow,
    ...decisions: {
      verb: Parameters<typeof entryOf>[1]['verb'];
      input: { actor: Actor; reason?: string };
      data: object;
    }[]
  ): Promise<PromotionRow> {
    const { project, name } = promotion;
    const entries = decisions.map(({ verb, input, data }) =>
      entryOf(this.#context, {
        verb,
        actor: input.actor.ref,
        subject: `promotion:${name}`,
        reason: input.reason,
        data: data as never,
      }),
    );
    try {
      await commitAndTell(this.#context, project, {
        entries,
        expect: [expectPromotion(promotion)],
      });
    } catch (error) {
      if (error instanceof ConflictError)
        throw new RequestError(
          'conflict',
          'somebody decided at the same moment: look again',
        );
      throw error;
    }
    await this.#context.queue.enqueue({ kind: 'promotion', project, name });
    return (await this.#context.store.promotion(project, name))!;
  }

  async #promotion(input: {
    project: string;
    promotion: string;
  }): Promise<PromotionRow> {
    const row = await this.#context.store.promotion(
      input.project,
      input.promotion,
    );
    if (!row)
      throw new RequestError(
        'notFound',
        `there is no promotion ${input.promotion} in ${input.project}`,
      );
    return row;
  }
}

/** What a person gave with a promotion, for the one that is made in its place. */
function inputsOf({ vars, inputs = 0 }: PromotionRow): Record<string, string> {
  return Object.fromEntries(
    vars.slice(0, inputs).map(({ name, value }) => [name, value]),
  );
}

/** Somebody else decided meanwhile: then the rows are read anew, at once. */
async function unlessOutrun(
  work: () => Promise<{ againMs: number } | undefined>,
): Promise<{ againMs: number } | undefined> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof ConflictError) return { againMs: 0 };
    throw error;
  }
}
