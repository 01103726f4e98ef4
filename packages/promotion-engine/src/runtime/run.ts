import { plainAddress } from '../model/unverified';
import { stepTitle } from '../decide/stepTitle';
import { NeedsFact } from '../expressions';
import { StepTemplate } from '../model/definition';
import { Pins, StepStatus } from '../model/promotion';
import { PromotionRow } from '../model/rows';
import { StepAnswer } from '../model/stepAsk';
import { Workspace } from '../ports/git';
import { noTranscript, OpenTranscript } from '../ports/transcript';
import {
  Capability,
  RunnableStepKind,
  SharedState,
  StepContext,
  StepRun,
} from '../registry/step';
import { isoNow, PlanningContext } from './context';
import { RunFacts } from './environment';
import { FactSource, factSource, pinnedFacts } from './evaluation';
import { interruptibleGit, interruptibleWorkspace } from './interruptible';
import { secretlessGit, secretlessWorkspace } from './keepSecretsOut';
import { pinned, pinnedFact, pinnedVersion, Pinning } from './pinned';
import { RunSecrets } from './RunSecrets';

/** Where a run stands in memory: made from the rows, thrown away when the rows moved. */
export interface Run {
  pins: Pins;
  workspace: Workspace;
  outputs: Record<string, unknown>;
  /** Whether something is missing for good: the step that gives it is done. */
  isWithheld(need: NeedsFact): boolean;
  /** Whether the output of such a step is also that of the task it belongs to. */
  propagates(uses: string): boolean;
  statuses: { alias: string; status: StepStatus; continueOnError: boolean }[];
  shared: SharedState;
  facts(alias: string): RunFacts;
  /** Where expressions of a step find what is kept elsewhere. */
  lookUp(step: Pick<StepTemplate, 'as' | 'uses'>): FactSource;
  stepContext(
    step: StepTemplate,
    kind: RunnableStepKind,
  ): StepContext<Capability>;
}

export interface RunSource {
  promotion: Pick<
    PromotionRow,
    | 'name'
    | 'project'
    | 'stage'
    | 'target'
    | 'freight'
    | 'collection'
    | 'vars'
    | 'requester'
    | 'rollback'
    | 'pins'
  >;
  alias?: string;
  /** What people answered to the step with this alias; absent: nothing, it is a plan. */
  answers?(alias: string): StepAnswer[];
  /** How often the step with this alias has failed; absent: never, it is a plan. */
  failures?(alias: string): number;
  entityRef: string;
  workspace: Workspace;
  signal: AbortSignal;
  /** Remembers a newly resolved input before anything is done with it. */
  pinned(inputs: Record<string, string>): Promise<void>;
  logged(line: { at: string; step: string; text: string }): Promise<void>;
  /** What a step copies from elsewhere; absent: nothing is kept, it is a plan. */
  transcript?(alias: string): OpenTranscript;
  /** A replay must see the metadata that the first run saw; a plan looks at the present. */
  pinsMetadata: boolean;
}

/** The same object serves a plan and a promotion: only what happens to pins, logs and effects differs. */
export function createRun(engine: PlanningContext, source: RunSource): Run {
  const { promotion, signal } = source;
  const git = interruptibleGit(engine.git, signal);
  const workspace = interruptibleWorkspace(source.workspace, signal);
  const secrets = new RunSecrets();
  const run: Run = {
    pins: { ...promotion.pins, inputs: { ...promotion.pins.inputs } },
    workspace,
    outputs: {},
    isWithheld: ({ kind, fact }) =>
      kind === 'output' && !(run.outputs[fact] instanceof NeedsFact),
    propagates: uses =>
      engine.registry.steps.get(uses)?.propagatesOutput === true,
    statuses: [],
    shared: { commits: {} },
    facts: () => ({
      uiBaseUrl: engine.uiBaseUrl,
      project: promotion.project,
      stage: promotion.target?.stage ?? promotion.stage,
      target: promotion.target,
      promotion: promotion.name,
      actor: promotion.requester,
      rollback: promotion.rollback !== undefined,
      freight: { ...promotion.freight, alias: source.alias },
      collection: promotion.collection,
      vars: promotion.vars,
      outputs: run.outputs,
      steps: run.statuses,
    }),
    lookUp: step => {
      const present = factSource(engine, {
        project: promotion.project,
        async onSecret(request, texts) {
          const { as: alias, uses } = step;
          secrets.add(stepTitle({ alias, uses }), request, texts);
          const kind = engine.registry.steps.get(uses);
          if (source.pinsMetadata && kind?.effect !== 'external')
            await pinnedVersion(pinning, alias, { request, texts });
        },
      });
      return source.pinsMetadata
        ? pinnedFacts(present, (fact, resolve) =>
            pinnedFact(pinning, `fact:${step.as}:${fact}`, resolve),
          )
        : present;
    },
    stepContext(step, kind) {
      const { http, programs, artifacts } = engine;
      const granted = {
        workspace: secretlessWorkspace(workspace, secrets),
        git: secretlessGit(git, secrets),
        http,
        programs,
        artifacts,
        people: { answers: async () => source.answers?.(step.as) ?? [] },
      };
      const tools = Object.fromEntries(
        kind.capabilities.map(name => [name, granted[name]]),
      );
      return {
        ...baseContext(engine, { source, run, step, pinning }),
        ...tools,
      } as StepContext<Capability>;
    },
  };
  const pinning: Pinning = {
    masker: engine.masker,
    inputs: run.pins.inputs,
    remember: inputs => source.pinned(inputs),
  };
  return run;
}

function baseContext(
  engine: PlanningContext,
  at: { source: RunSource; run: Run; step: StepTemplate; pinning: Pinning },
): StepRun {
  const { source, run, step, pinning } = at;
  const { name, project, stage, target, freight, collection } =
    source.promotion;
  return {
    promotion: { name, project, stage: target?.stage ?? stage },
    requester: source.promotion.requester,
    alias: step.as,
    failures: source.failures?.(step.as) ?? 0,
    freight,
    collection,
    identity: engine.identity,
    now: run.pins.now,
    signal: source.signal,
    shared: run.shared,
    pin: (input, resolve) => pinned(pinning, input, resolve),
    refusal: request =>
      engine.grants.refusal({
        project,
        entityRef: source.entityRef,
        stage,
        ...(target && { of: target.stage }),
        ...request,
        url: plainAddress(request.url),
      }),
    log: text =>
      source.logged({
        at: isoNow(engine),
        step: step.as,
        text: engine.masker.mask(text),
      }),
    transcript: source.transcript?.(step.as) ?? noTranscript,
  };
}
