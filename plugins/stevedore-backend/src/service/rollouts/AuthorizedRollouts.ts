import { NotFoundError } from '@backstage/errors';
import {
  RolloutAsk,
  RolloutList,
  stevedorePipelineReadPermission,
  stevedoreStageRolloutPermission,
} from '@stevedore/plugin-stevedore-common';
import { Attempt, Authorizer } from '../Authorizer';
import { loadProject } from '../reading/projects';
import { ServiceDeps } from '../ServiceDeps';
import { Caller, InStage } from '../StevedoreService';
import { RolloutService } from './RolloutService';

interface Deps {
  inner: RolloutService;
  authorizer: Authorizer;
  reading: ServiceDeps;
}

type What = Pick<Attempt, 'permission' | 'doing'>;

const READ: What = {
  permission: stevedorePipelineReadPermission,
  doing: 'see the pipeline',
};
const ACT: What = {
  permission: stevedoreStageRolloutPermission,
  doing: 'promote, pause, abort or retry rollouts',
};

/** Who sees the pipeline sees its rollouts; to steer them takes a permission on the stage. */
export class AuthorizedRollouts implements RolloutService {
  readonly #deps: Deps;

  constructor(deps: Deps) {
    this.#deps = deps;
  }

  async getRollouts(input: InStage, caller: Caller): Promise<RolloutList> {
    const { authorizer, inner } = this.#deps;
    await this.#inStage(input, caller, READ);
    const [list, [whyNot]] = await Promise.all([
      inner.getRollouts(input, caller),
      authorizer.whyNot([{ ...ACT, ...input }], caller),
    ]);
    return {
      rollouts: list.rollouts.map(rollout => ({
        ...rollout,
        acts: rollout.acts.map(act => ({
          ...act,
          whyNot: act.whyNot ?? whyNot,
        })),
      })),
    };
  }

  async actOnRollout(input: InStage & RolloutAsk, caller: Caller) {
    await this.#inStage(input, caller, ACT);
    return this.#deps.inner.actOnRollout(input, caller);
  }

  /** @throws NotFoundError before NotAllowedError: a refusal is written into a ledger, and there must be one. */
  async #inStage(
    { project, stage }: InStage,
    caller: Caller,
    what: What,
  ): Promise<void> {
    const running = await loadProject(this.#deps.reading, project);
    const stages = running.project?.stages.map(({ name }) => name) ?? [];
    if (!stages.includes(stage))
      throw new NotFoundError(
        `${project} has no stage ${stage}; it has ${
          stages.join(', ') || 'none yet'
        }.`,
      );
    const subject = `stage:${stage}`;
    const asks =
      what === READ ? { project, subject } : { project, stage, subject };
    await this.#deps.authorizer.require({ ...what, ...asks }, caller);
  }
}
