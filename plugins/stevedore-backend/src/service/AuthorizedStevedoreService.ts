import { stringifyEntityRef } from '@backstage/catalog-model';
import { NotFoundError } from '@backstage/errors';
import {
  AliasAsk,
  DecisionAsk,
  CommitsRequest,
  DriftRequest,
  FreightAsk,
  FreightListRequest,
  HistoryRequest,
  HoldAsk,
  InProject,
  InPromotion,
  LedgerRequest,
  LogRequest,
  Pipeline,
  PipelineRequest,
  PlanAsk,
  PromotionAsk,
  PromotionDetail,
  PromotionListRequest,
  QuarantineAsk,
  ReasonAsk,
  RollbackAsk,
  TargetsAsk,
  stevedorePipelineReadPermission,
  stevedorePlanReadPermission,
  stevedorePromotionAbortPermission,
  stevedorePromotionApprovePermission,
  stevedorePromotionRetryPermission,
  Waiting,
  WaitingRequest,
  WaiverAsk,
} from '@stevedore/plugin-stevedore-common';
import { isTerminal, PromotionRow } from '@stevedore/promotion-engine';
import { ATTEMPTS } from './attempts';
import { Attempt, Authorizer, StagePermission } from './Authorizer';
import { findPipeline } from './reading/findPipeline';
import { onlyOf, visibleDuties, visiblePromotions } from './people/visible';
import { deciding, whyMayNotDecide } from './reading/decider';
import { loadProject, loadPromotion } from './reading/projects';
import { detailFor, planFor } from './reading/withPermissions';
import { withWhyNot } from './reading/withWhyNot';
import { ServiceDeps } from './ServiceDeps';
import {
  Caller,
  InFreight,
  InStage,
  InWarehouse,
  StevedoreService,
} from './StevedoreService';

interface Deps {
  inner: StevedoreService;
  authorizer: Authorizer;
  reading: ServiceDeps;
}

const TAKE_BACK = 'take decisions back';

/** Lets through what the permission framework and the approval policy allow; everything else changes nothing. */
export class AuthorizedStevedoreService implements StevedoreService {
  readonly #deps: Deps;

  constructor(deps: Deps) {
    this.#deps = deps;
  }

  async getPipeline(input: PipelineRequest, caller: Caller): Promise<Pipeline> {
    const entityRef = stringifyEntityRef(input);
    const { store } = this.#deps.reading;
    const { project } = await findPipeline(store, entityRef);
    await this.#read(project, caller);
    const pipeline = await this.#deps.inner.getPipeline(input, caller);
    const needsMe = await visiblePromotions(
      pipeline.needsMe,
      this.#deps.authorizer,
      caller,
    );
    return withWhyNot({ ...pipeline, needsMe }, this.#deps.authorizer, caller);
  }

  async listFreight(input: FreightListRequest, caller: Caller) {
    await this.#read(input.project, caller);
    return this.#deps.inner.listFreight(input, caller);
  }

  async listPromotions(input: PromotionListRequest, caller: Caller) {
    await this.#read(input.project, caller);
    return this.#deps.inner.listPromotions(input, caller);
  }

  async getPromotion(
    input: InPromotion,
    caller: Caller,
  ): Promise<PromotionDetail> {
    await this.#read(input.project, caller);
    const detail = await this.#deps.inner.getPromotion(input, caller);
    return detailFor(detail, { authorizer: this.#deps.authorizer, caller });
  }

  async getPromotionLogs(input: LogRequest, caller: Caller) {
    await this.#read(input.project, caller);
    return this.#deps.inner.getPromotionLogs(input, caller);
  }

  /** Who may ask for promotions sees what they would do, without contents of files where those are not for him. */
  async planPromotion(input: InProject & PlanAsk, caller: Caller) {
    const { authorizer } = this.#deps;
    const { permission } =
      ATTEMPTS[input.rollback ? 'rollbackStage' : 'requestPromotion'];
    const asks = { ...input, permission };
    if (!(await authorizer.may(asks, caller)))
      await this.#inStage(
        {
          ...input,
          permission: stevedorePlanReadPermission,
          doing: 'see plans',
        },
        caller,
      );
    const answer = await this.#deps.inner.planPromotion(input, caller);
    return planFor(answer, input, { authorizer, caller });
  }

  async requestPromotion(input: InProject & PromotionAsk, caller: Caller) {
    await this.#act('requestPromotion', caller, input);
    return this.#deps.inner.requestPromotion(input, caller);
  }

  async requestTargets(input: InStage & TargetsAsk, caller: Caller) {
    await this.#act('requestTargets', caller, input);
    return this.#deps.inner.requestTargets(input, caller);
  }

  async approvePromotion(input: InPromotion & DecisionAsk, caller: Caller) {
    await this.#decide(input, caller, 'approve promotions');
    return this.#deps.inner.approvePromotion(input, caller);
  }

  async rejectPromotion(input: InPromotion & DecisionAsk, caller: Caller) {
    await this.#decide(input, caller, 'reject promotions');
    return this.#deps.inner.rejectPromotion(input, caller);
  }

  async withdrawDecision(input: InPromotion & ReasonAsk, caller: Caller) {
    await this.#decide(input, caller, TAKE_BACK);
    return this.#deps.inner.withdrawDecision(input, caller);
  }

  async abortPromotion(input: InPromotion & ReasonAsk, caller: Caller) {
    await this.#onPromotion(input, caller, {
      permission: stevedorePromotionAbortPermission,
      doing: 'abort promotions',
    });
    return this.#deps.inner.abortPromotion(input, caller);
  }

  async retryPromotion(input: InPromotion & ReasonAsk, caller: Caller) {
    const what = {
      permission: stevedorePromotionRetryPermission,
      doing: 'retry promotions',
    };
    const { row, attempt } = await this.#onPromotion(input, caller, what);
    // what has ended is requested anew, so it takes what a request takes
    const anew = {
      ...attempt,
      ...ATTEMPTS[row.rollback ? 'rollbackStage' : 'requestPromotion'],
    };
    if (isTerminal(row.phase))
      await this.#deps.authorizer.require(anew, caller);
    return this.#deps.inner.retryPromotion(input, caller);
  }

  async createFreight(input: InProject & FreightAsk, caller: Caller) {
    const { project, warehouse } = input;
    await this.#act('createFreight', caller, {
      project,
      subject: `warehouse:${warehouse}`,
    });
    return this.#deps.inner.createFreight(input, caller);
  }

  async changeAlias(input: InFreight & AliasAsk, caller: Caller) {
    await this.#act('changeAlias', caller, onFreight(input));
    return this.#deps.inner.changeAlias(input, caller);
  }

  async waiveFreight(input: InFreight & WaiverAsk, caller: Caller) {
    const at = { ...onFreight(input), stage: input.stage };
    await this.#act('waiveFreight', caller, at);
    return this.#deps.inner.waiveFreight(input, caller);
  }

  async quarantineFreight(input: InFreight & QuarantineAsk, caller: Caller) {
    await this.#act('quarantineFreight', caller, onFreight(input));
    return this.#deps.inner.quarantineFreight(input, caller);
  }

  async liftQuarantine(input: InFreight & QuarantineAsk, caller: Caller) {
    await this.#act('liftQuarantine', caller, onFreight(input));
    return this.#deps.inner.liftQuarantine(input, caller);
  }

  async getWarehouse(input: InWarehouse, caller: Caller) {
    await this.#read(input.project, caller);
    return this.#deps.inner.getWarehouse(input, caller);
  }

  async refreshWarehouse(input: InWarehouse, caller: Caller) {
    const { project, warehouse } = input;
    await this.#act('refreshWarehouse', caller, {
      project,
      subject: `warehouse:${warehouse}`,
    });
    return this.#deps.inner.refreshWarehouse(input, caller);
  }

  async holdStage(input: InStage & HoldAsk, caller: Caller) {
    await this.#act('holdStage', caller, input);
    return this.#deps.inner.holdStage(input, caller);
  }

  async resumeStage(input: InStage & HoldAsk, caller: Caller) {
    await this.#act('resumeStage', caller, input);
    return this.#deps.inner.resumeStage(input, caller);
  }

  async verifyStage(input: InStage & ReasonAsk, caller: Caller) {
    await this.#act('verifyStage', caller, input);
    return this.#deps.inner.verifyStage(input, caller);
  }

  async stopVerification(input: InStage & ReasonAsk, caller: Caller) {
    await this.#act('stopVerification', caller, input);
    return this.#deps.inner.stopVerification(input, caller);
  }

  async getVerification(input: InStage, caller: Caller) {
    await this.#read(input.project, caller);
    return this.#deps.inner.getVerification(input, caller);
  }

  async getCommits(input: CommitsRequest, caller: Caller) {
    await this.#read(input.project, caller);
    return this.#deps.inner.getCommits(input, caller);
  }

  async getDrift(input: DriftRequest, caller: Caller) {
    await this.#read(input.project, caller);
    return this.#deps.inner.getDrift(input, caller);
  }

  async getRollback(input: InStage, caller: Caller) {
    await this.#read(input.project, caller);
    const options = await this.#deps.inner.getRollback(input, caller);
    const [whyNot, whyNotQuarantine] = await this.#deps.authorizer.whyNot(
      [
        { ...ATTEMPTS.rollbackStage, ...input },
        { ...ATTEMPTS.quarantineFreight, project: input.project },
      ],
      caller,
    );
    return { ...options, whyNot, whyNotQuarantine };
  }

  async rollbackStage(input: InStage & RollbackAsk, caller: Caller) {
    const { project, stage } = input;
    await this.#act('rollbackStage', caller, { project, stage });
    if (input.quarantine)
      await this.#act('quarantineFreight', caller, { project });
    return this.#deps.inner.rollbackStage(input, caller);
  }

  async getWaiting(input: WaitingRequest, caller: Caller): Promise<Waiting> {
    const { authorizer, inner } = this.#deps;
    const waiting = await inner.getWaiting(input, caller);
    const items = await visiblePromotions(waiting.items, authorizer, caller);
    const duties = visibleDuties(waiting, authorizer, caller);
    return onlyOf({ ...waiting, items, ...(await duties) });
  }

  async getHistory(input: HistoryRequest, caller: Caller) {
    await this.#read(input.project, caller);
    return this.#deps.inner.getHistory(input, caller);
  }

  async getLedger(input: LedgerRequest, caller: Caller) {
    await this.#inStage(
      {
        ...input,
        permission: stevedorePlanReadPermission,
        doing: 'read the raw ledger',
      },
      caller,
    );
    return this.#deps.inner.getLedger(input, caller);
  }

  async verifyLedger(input: InProject, caller: Caller) {
    await this.#read(input.project, caller);
    return this.#deps.inner.verifyLedger(input, caller);
  }

  #act(
    act: keyof typeof ATTEMPTS,
    caller: Caller,
    at: Pick<Attempt, 'project' | 'stage' | 'subject'>,
  ): Promise<void> {
    return this.#inStage({ ...ATTEMPTS[act], ...at }, caller);
  }

  #read(project: string, caller: Caller): Promise<void> {
    return this.#inStage(
      {
        permission: stevedorePipelineReadPermission,
        project,
        doing: 'see the pipeline',
      },
      caller,
    );
  }

  /** @throws NotFoundError before NotAllowedError: a refusal is written into a ledger, and there must be one. */
  async #inStage(
    { permission, project, stage, subject, doing }: Attempt,
    caller: Caller,
  ): Promise<void> {
    const running = await loadProject(this.#deps.reading, project);
    const stages = running.project?.stages.map(each => each.name) ?? [];
    if (stage !== undefined && !stages.includes(stage)) {
      throw new NotFoundError(
        `${project} has no stage ${stage}; it has ${
          stages.join(', ') || 'none yet'
        }.`,
      );
    }
    await this.#deps.authorizer.require(
      {
        permission,
        project,
        stage,
        subject: subject ?? (stage && `stage:${stage}`),
        doing,
      },
      caller,
    );
  }

  async #onPromotion(
    input: InPromotion,
    caller: Caller,
    what: { permission: StagePermission; doing: string },
  ): Promise<{ row: PromotionRow; attempt: Attempt }> {
    const row = await loadPromotion(this.#deps.reading, input);
    const attempt = {
      ...what,
      project: row.project,
      stage: row.stage,
      subject: `promotion:${row.name}`,
    };
    await this.#deps.authorizer.require(attempt, caller);
    return { row, attempt };
  }

  /** The permission says that a person may decide at all; the policy of the pipeline says whose decision counts. */
  async #decide(
    input: InPromotion & { onBehalfOf?: string },
    caller: Caller,
    doing: string,
  ): Promise<void> {
    const permission = stevedorePromotionApprovePermission;
    const { row, attempt } = await this.#onPromotion(input, caller, {
      permission,
      doing,
    });
    const { owners } = await loadProject(this.#deps.reading, row.project);
    const { clock, store } = this.#deps.reading;
    const approvals = await store.approvals(row.project, [row.name]);
    const person = await deciding(this.#deps.reading, caller.actor);
    // what somebody has decided he may take back, whatever was delegated to him meanwhile
    const decided = approvals.some(each => each.actor === caller.actor.ref);
    if (doing === TAKE_BACK && decided) return;
    const known = { approvals, owners, now: clock.now() };
    const why = whyMayNotDecide(row, person, {
      ...known,
      onBehalfOf: input.onBehalfOf,
    });
    if (why) await this.#deps.authorizer.refuse(attempt, caller, `${why}.`);
  }
}

function onFreight({ project, name }: InFreight) {
  return { project, subject: `freight:${name}` };
}
