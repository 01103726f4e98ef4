import { BasicPermission } from '@backstage/plugin-permission-common';
import {
  Calendar,
  CalendarRequest,
  EndAsk,
  ImportAsk,
  LockAsk,
  ReleaseAsk,
  stevedoreFreightTestPermission,
  stevedorePipelineReadPermission,
  stevedorePlatformFreezePermission,
  stevedorePlatformLockPermission,
  stevedorePlatformReadPermission,
  stevedoreStageFreezePermission,
  stevedoreStageLockPermission,
  TestAsk,
  WhatIfRequest,
  WindowAsk,
} from '@stevedore/plugin-stevedore-common';
import { PLATFORM } from '@stevedore/promotion-engine';
import { Authorizer, StagePermission } from '../Authorizer';
import { loadProject } from '../reading/projects';
import { ServiceDeps } from '../ServiceDeps';
import { Caller, InFreight } from '../StevedoreService';
import { GatekeepingService } from './GatekeepingService';

interface Deps {
  inner: GatekeepingService;
  authorizer: Authorizer;
  reading: ServiceDeps;
}

interface Act {
  stage: StagePermission;
  platform: BasicPermission;
  doing: string;
  /** What subjects in the ledger begin with. */
  what: 'calendar' | 'lock' | 'window';
}

const READ: Act = {
  stage: stevedorePipelineReadPermission,
  platform: stevedorePlatformReadPermission,
  doing: 'see the calendar',
  what: 'calendar',
};
const LOCK: Act = {
  stage: stevedoreStageLockPermission,
  platform: stevedorePlatformLockPermission,
  doing: 'set or release locks',
  what: 'lock',
};
const FREEZE: Act = {
  stage: stevedoreStageFreezePermission,
  platform: stevedorePlatformFreezePermission,
  doing: 'set or end windows',
  what: 'window',
};

/** What concerns one component takes a permission on it, what goes beyond takes one of the platform. */
export class AuthorizedGatekeeping implements GatekeepingService {
  readonly #deps: Deps;

  constructor(deps: Deps) {
    this.#deps = deps;
  }

  async whatIf(input: WhatIfRequest, caller: Caller) {
    await this.#inProject(input.project, caller, {
      permission: stevedorePipelineReadPermission,
      doing: 'see the pipeline',
    });
    return this.#deps.inner.whatIf(input, caller);
  }

  async reportTest(input: InFreight & { test: TestAsk }, caller: Caller) {
    await this.#inProject(input.project, caller, {
      permission: stevedoreFreightTestPermission,
      doing: 'report results of tests',
      subject: `freight:${input.name}`,
    });
    return this.#deps.inner.reportTest(input, caller);
  }

  async getCalendar(input: CalendarRequest, caller: Caller): Promise<Calendar> {
    await this.#require(READ, input, caller);
    const calendar = await this.#deps.inner.getCalendar(input, caller);
    const [own, beyond] = await Promise.all([
      input.project === undefined
        ? undefined
        : this.#whyNot(input.project, caller),
      this.#whyNot(undefined, caller),
    ]);
    const why = own ?? beyond;
    return {
      ...calendar,
      whyNot: why,
      locks: calendar.locks.map(lock => ({
        ...lock,
        whyNot: (lock.project === undefined ? beyond : why).lock,
      })),
      windows: calendar.windows.map(window => ({
        ...window,
        whyNot: whyNotEnd(window.source) ?? why.freeze,
      })),
    };
  }

  async exportCalendar(
    input: Pick<CalendarRequest, 'project'>,
    caller: Caller,
  ) {
    await this.#require(READ, input, caller);
    return this.#deps.inner.exportCalendar(input, caller);
  }

  async setWindow(input: WindowAsk, caller: Caller) {
    await this.#require(FREEZE, input, caller);
    return this.#deps.inner.setWindow(input, caller);
  }

  async importWindows(input: ImportAsk, caller: Caller) {
    await this.#require(FREEZE, input, caller);
    return this.#deps.inner.importWindows(input, caller);
  }

  async endWindow(input: { id: string } & EndAsk, caller: Caller) {
    await this.#require(FREEZE, input, caller);
    return this.#deps.inner.endWindow(input, caller);
  }

  async setLock(input: LockAsk, caller: Caller) {
    await this.#require(LOCK, input, caller);
    return this.#deps.inner.setLock(input, caller);
  }

  async releaseLock(input: { id: string } & ReleaseAsk, caller: Caller) {
    await this.#require(LOCK, input, caller);
    return this.#deps.inner.releaseLock(input, caller);
  }

  async #require(
    act: Act,
    { project, stages, id }: { project?: string; stages?: string; id?: string },
    caller: Caller,
  ): Promise<void> {
    const subject = id && `${act.what}:${id}`;
    const { authorizer } = this.#deps;
    const { doing, platform: permission } = act;
    if (project !== undefined)
      return this.#inProject(project, caller, {
        permission: act.stage,
        doing,
        subject,
        stage: stages,
      });
    if (await authorizer.mayInPlatform(permission, caller)) return undefined;
    return authorizer.refuse(
      { permission, project: PLATFORM, subject: subject ?? 'platform' },
      caller,
      `${caller.actor.ref} may not ${doing} beyond one component: it needs the permission ${permission.name}.`,
    );
  }

  /** @throws NotFoundError before NotAllowedError: a refusal is written into a ledger, and there must be one. */
  async #inProject(
    project: string,
    caller: Caller,
    at: {
      permission: StagePermission;
      doing: string;
      subject?: string;
      stage?: string;
    },
  ): Promise<void> {
    const running = await loadProject(this.#deps.reading, project);
    const { stage, ...attempt } = at;
    // one stage by its name; what selects several takes the permission on all of them
    const known = running.project?.stages.some(({ name }) => name === stage);
    await this.#deps.authorizer.require(
      {
        ...attempt,
        project,
        stage: known ? stage : undefined,
        subject: at.subject ?? (known ? `stage:${stage}` : undefined),
      },
      caller,
    );
  }

  async #whyNot(
    project: string | undefined,
    caller: Caller,
  ): Promise<{ lock?: string; freeze?: string }> {
    const { authorizer } = this.#deps;
    if (project !== undefined) {
      const [lock, freeze] = await authorizer.whyNot(
        [LOCK, FREEZE].map(({ stage: permission, doing }) => ({
          permission,
          doing,
          project,
        })),
        caller,
      );
      return { lock, freeze };
    }
    const [lock, freeze] = await Promise.all(
      [LOCK, FREEZE].map(async ({ platform, doing }) =>
        (await authorizer.mayInPlatform(platform, caller))
          ? undefined
          : `You may not ${doing}: it needs the permission ${platform.name}.`,
      ),
    );
    return { lock, freeze };
  }
}

function whyNotEnd(source: string): string | undefined {
  if (source === 'definition')
    return 'It stands in the definition of the pipeline: change it there.';
  return source === 'platform'
    ? "It stands in the platform's configuration: change it there."
    : undefined;
}
