import { Runner, RunnerView } from '@stevedore/plugin-stevedore-node';
import {
  Actor,
  Engine,
  evaluateGates,
  FreightInto,
  freightReference,
  FreightRow,
  Gate,
  GateReport,
  isTerminal,
  PlanAnswer,
  Project,
  promotionName,
  PromotionRow,
  RequestError,
  RollbackAsk,
  RunnerAct,
  Stage,
  Store,
  unknownHealth,
  whyNotWaive,
} from '@stevedore/promotion-engine';
import { INSTEAD, notHere } from './notHere';
import { recordAct, RecordDeps } from './recordAct';

export interface BesideEngineDeps extends RecordDeps {
  runner: Runner;
  target: string;
  project: Project;
  /** Rows are what the runner shows. */
  shown: Store;
  view: Pick<RunnerView, 'health'>;
  /** Why nothing can be seen; nothing is asked of what cannot be seen. */
  unseen?: string;
  gates: readonly Gate[];
  owners: string[];
  ulid(): string;
  denied: Engine['denied'];
  commits: Engine['commits'];
}

type Act = { project: string; actor: Actor; reason?: string };

/** What people ask of a pipeline that something else runs: passed on, or refused in a sentence. */
export class BesideEngine implements Engine {
  readonly #deps: BesideEngineDeps;
  readonly people: Engine['people'];

  constructor(deps: BesideEngineDeps) {
    this.#deps = deps;
    const no = () => this.#no('approve');
    this.people = {
      breakGlass: no,
      closeReview: no,
      answerStep: no,
      delegate: no,
      endDelegation: no,
    };
  }

  async gates(input: FreightInto): Promise<GateReport> {
    const found = await this.#found(input);
    return this.#report(found, input.project);
  }

  /** What would be written is known only there. */
  async plan(input: Parameters<Engine['plan']>[0]): Promise<PlanAnswer> {
    if (input.rollback) return this.#no('rollback');
    const found = await this.#found(input);
    const { stage, freight } = found;
    const { runner, ulid } = this.#deps;
    const steps = stage.promotionTemplate?.steps ?? [];
    return {
      plan: {
        promotion: promotionName({
          stage: stage.name,
          ulid: ulid(),
          freight: freight.name,
        }),
        freight: freight.name,
        stage: stage.name,
        steps: [],
        pins: { now: '', seed: '', inputs: {} },
        effects: [],
        digest: '',
        readSet: {},
        diffs: [],
        outcomes: steps.map((step, index) => ({
          alias: step.as ?? `step-${index + 1}`,
          uses: 'uses' in step ? step.uses : `task ${step.task.name}`,
          status: 'planned',
        })),
      },
      gates: this.#report(found, input.project),
      action: `Promote to ${stage.name} in ${runner.name}`,
    };
  }

  async request(
    input: Parameters<Engine['request']>[0],
  ): Promise<PromotionRow> {
    const found = await this.#found(input);
    const { first } = this.#report(found, input.project);
    if (first) throw new RequestError('conflict', first.sentence);
    const { stage, freight } = found;
    const { target, runner, ulid } = this.#deps;
    const parts = { stage: stage.name, freight: freight.name };
    const wanted = promotionName({ ...parts, ulid: ulid() });
    const name = await this.#act(
      input,
      {
        act: { operation: 'promote', ...parts, promotion: wanted },
        subject: `promotion:${wanted}`,
      },
      () =>
        runner.promote(target, { ...parts, name: wanted, actor: input.actor }),
    );
    return newPromotion(input, { name, stage, freight, at: this.#now() });
  }

  /** What has ended badly is asked for anew, as there. */
  async retry(input: Parameters<Engine['retry']>[0]): Promise<PromotionRow> {
    const row = await this.#promotion(input);
    if (!isTerminal(row.phase) || row.phase === 'Succeeded')
      throw new RequestError(
        'conflict',
        `it is ${row.phase}; only what ended badly can be tried again`,
      );
    return this.request({
      ...input,
      stage: row.stage,
      freight: row.freight.name,
    });
  }

  async abort(input: Parameters<Engine['abort']>[0]): Promise<PromotionRow> {
    const row = await this.#promotion(input);
    if (isTerminal(row.phase))
      throw new RequestError('conflict', `it has ended already: ${row.phase}`);
    const { target, runner } = this.#deps;
    const { actor, reason, promotion } = input;
    await this.#act(
      input,
      {
        act: { operation: 'abort', promotion, stage: row.stage },
        subject: `promotion:${promotion}`,
      },
      () => runner.abort(target, { promotion, actor }),
    );
    return { ...row, abortRequested: { actor: actor.ref, reason } };
  }

  async waive(input: Parameters<Engine['waive']>[0]): Promise<void> {
    if (!input.reason?.trim())
      throw new RequestError(
        'invalid',
        'a reason is needed to let freight past verification',
      );
    const { stage, freight } = await this.#found(input);
    const { target, runner, shown } = this.#deps;
    const rows = await shown.freightStages(input.project, [freight.name]);
    const now = this.#deps.clock.now();
    const why = whyNotWaive(stage, freight, { rows, now });
    if (why) throw new RequestError('conflict', why);
    const into = { stage: stage.name, freight: freight.name };
    await this.#act(
      input,
      {
        act: { operation: 'approve', ...into },
        subject: `freight:${freight.name}`,
      },
      () => runner.approve(target, { ...into, actor: input.actor }),
    );
  }

  async refresh(
    input: Parameters<Engine['refresh']>[0] & { actor?: Actor },
  ): Promise<void> {
    const { project, target, runner } = this.#deps;
    const { warehouse, actor = SYSTEM } = input;
    if (!project.warehouses.some(({ name }) => name === warehouse))
      throw new RequestError(
        'notFound',
        `there is no warehouse ${warehouse} in ${input.project}`,
      );
    await this.#act(
      { project: input.project, actor },
      {
        act: { operation: 'refresh', warehouse },
        subject: `warehouse:${warehouse}`,
      },
      () => runner.refresh(target, { warehouse, actor }),
    );
  }

  async health({ stage }: { project: string; stage: string }) {
    const { unseen, view } = this.#deps;
    if (!unseen) return view.health.get(stage);
    const health = unknownHealth(unseen);
    return { ...health, checks: [{ ...health, step: this.#deps.runner.name }] };
  }

  denied(input: Parameters<Engine['denied']>[0]): Promise<void> {
    return this.#deps.denied(input);
  }

  commits(question: Parameters<Engine['commits']>[0]) {
    return this.#deps.commits(question);
  }

  /** Its applications are its own Kargo's business. */
  drift = async () => undefined;
  requestTargets = () => this.#no('targets');
  rollback = (_: RollbackAsk) => this.#no('rollback');
  approve = () => this.#no('approve');
  reject = () => this.#no('approve');
  withdraw = () => this.#no('approve');
  createFreight = () => this.#no('assemble');
  changeAlias = () => this.#no('alias');
  quarantine = () => this.#no('quarantine');
  liftQuarantine = () => this.#no('quarantine');
  hold = () => this.#no('hold');
  resume = () => this.#no('hold');
  verifyAgain = () => this.#no('verify');
  stopVerification = () => this.#no('verify');

  /** The engine's own life is none of a project's. */
  start = async () => undefined;
  stop = async () => undefined;
  define = async () => undefined;
  pause = async () => undefined;
  look = async () => undefined;
  notify = async () => 0;

  async #no(what: keyof typeof INSTEAD): Promise<never> {
    const sentence = notHere(this.#deps.runner.name, INSTEAD[what]);
    throw new RequestError('conflict', sentence);
  }

  async #act<T>(
    by: Act,
    what: { act: RunnerAct; subject: string },
    run: () => Promise<T>,
  ): Promise<T> {
    const { unseen } = this.#deps;
    if (unseen) throw new RequestError('conflict', unseen);
    return recordAct(this.#deps, { ...by, ...what }, run);
  }

  #report({ stage, freight, rows }: Found, project: string): GateReport {
    const { gates, owners, shown: _, ...deps } = this.#deps;
    return evaluateGates(
      gates,
      {
        project: deps.project,
        stage,
        freight: freightReference(freight),
        freightRow: freight,
        freightStages: rows.filter(row => row.project === project),
        approvals: [],
        owners,
        ahead: [],
      },
      { now: deps.clock.now(), moment: 'request' },
    );
  }

  async #found(at: FreightInto): Promise<Found> {
    const { project, shown } = this.#deps;
    const stage = project.stages.find(({ name }) => name === at.stage);
    if (!stage)
      throw new RequestError(
        'notFound',
        `there is no stage ${at.stage} in ${at.project}`,
      );
    const freight =
      (await shown.freight(at.project, at.freight)) ??
      (await shown.freightByAlias(at.project, at.freight));
    if (!freight)
      throw new RequestError(
        'notFound',
        this.#deps.unseen ??
          `there is no freight ${at.freight} in ${at.project}`,
      );
    const rows = await shown.freightStages(at.project, [freight.name]);
    return { stage, freight, rows };
  }

  async #promotion(at: {
    project: string;
    promotion: string;
  }): Promise<PromotionRow> {
    const row = await this.#deps.shown.promotion(at.project, at.promotion);
    if (row) return row;
    throw new RequestError(
      'notFound',
      `there is no promotion ${at.promotion} in ${at.project}`,
    );
  }

  #now = () => new Date(this.#deps.clock.now()).toISOString();
}

const SYSTEM: Actor = { ref: 'component:portal', ownership: [] };

interface Found {
  stage: Stage;
  freight: FreightRow;
  rows: Awaited<ReturnType<Store['freightStages']>>;
}

/** As it will be shown once its runner has looked at it. */
function newPromotion(
  { project, actor, reason }: Act,
  made: { name: string; stage: Stage; freight: FreightRow; at: string },
): PromotionRow {
  const { name, stage, freight, at } = made;
  return {
    project,
    name,
    stage: stage.name,
    freight: freightReference(freight),
    collection: { id: '', items: {} },
    steps: [],
    vars: [],
    pins: { now: at, seed: '', inputs: {} },
    automatic: false,
    approvals: [],
    effects: [],
    requester: actor.ref,
    reason,
    requestedAt: at,
    phase: 'Pending',
    currentStep: 0,
    version: 0,
  };
}
