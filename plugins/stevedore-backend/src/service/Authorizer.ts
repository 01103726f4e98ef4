import {
  LoggerService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import {
  AuthorizeResult,
  BasicPermission,
  ResourcePermission,
} from '@backstage/plugin-permission-common';
import {
  RESOURCE_TYPE_STEVEDORE_STAGE,
  stageResourceRef,
} from '@stevedore/plugin-stevedore-common';
import { Engine } from '@stevedore/promotion-engine';
import { Caller } from './StevedoreService';

export type StagePermission = ResourcePermission<
  typeof RESOURCE_TYPE_STEVEDORE_STAGE
>;

/** What somebody wants to do, and to what. */
export interface Attempt {
  permission: StagePermission;
  project: string;
  /** Absent: all stages. */
  stage?: string;
  /** e.g. `promotion:prod.01…`; the project when absent. */
  subject?: string;
  /** For the sentence, e.g. `approve promotions`. */
  doing: string;
}

export interface AuthorizerDeps {
  permissions: PermissionsService;
  engine: Pick<Engine, 'denied'>;
  logger: Pick<LoggerService, 'error'>;
}

/** Asks the permission framework; writes every refusal into the ledger. */
export class Authorizer {
  readonly #deps: AuthorizerDeps;

  constructor(deps: AuthorizerDeps) {
    this.#deps = deps;
  }

  async may(
    {
      permission,
      project,
      stage,
    }: Pick<Attempt, 'permission' | 'project' | 'stage'>,
    caller: Caller,
  ): Promise<boolean> {
    const [decision] = await this.#deps.permissions.authorize(
      [{ permission, resourceRef: stageResourceRef(project, stage) }],
      { credentials: caller.credentials },
    );
    return decision.result === AuthorizeResult.ALLOW;
  }

  /** For each question why the caller may not, in a sentence; undefined where the caller may. One request for all. */
  async whyNot(
    questions: Pick<Attempt, 'permission' | 'project' | 'stage' | 'doing'>[],
    caller: Caller,
  ): Promise<(string | undefined)[]> {
    const decisions = await this.#deps.permissions.authorize(
      questions.map(({ permission, project, stage }) => ({
        permission,
        resourceRef: stageResourceRef(project, stage),
      })),
      { credentials: caller.credentials },
    );
    return decisions.map(({ result }, index) => {
      const { doing, permission } = questions[index];
      return result === AuthorizeResult.ALLOW
        ? undefined
        : `You may not ${doing}: it needs the permission ${permission.name}.`;
    });
  }

  /** @throws NotAllowedError with a sentence, after the refusal was recorded. */
  async require(attempt: Attempt, caller: Caller): Promise<void> {
    if (await this.may(attempt, caller)) return;
    const { permission, project, stage, doing } = attempt;
    const where =
      stage === undefined ? project : `stage ${stage} of ${project}`;
    await this.refuse(
      attempt,
      caller,
      `${caller.actor.ref} may not ${doing} in ${where}: it needs the permission ${permission.name}.`,
    );
  }

  /** For permissions that are about no stage. */
  async mayInPlatform(
    permission: BasicPermission,
    caller: Caller,
  ): Promise<boolean> {
    const [decision] = await this.#deps.permissions.authorize(
      [{ permission }],
      { credentials: caller.credentials },
    );
    return decision.result === AuthorizeResult.ALLOW;
  }

  async refuse(
    attempt: Pick<Attempt, 'project' | 'subject'> & {
      permission: Pick<StagePermission, 'name'>;
    },
    { actor }: Caller,
    reason: string,
  ): Promise<never> {
    const { project, permission, subject = `project:${project}` } = attempt;
    try {
      await this.#deps.engine.denied({
        project,
        subject,
        actor,
        operation: permission.name,
        reason,
      });
    } catch (error) {
      this.#deps.logger.error(
        `A refusal could not be written into the ledger of ${project}: ${error}`,
      );
    }
    throw new NotAllowedError(reason);
  }
}
