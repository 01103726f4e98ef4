import { errored, failed, StepOutcome } from '../../../model/outcome';
import { plainAddress } from '../../../model/unverified';
import { CheckoutState, Workspace } from '../../../ports/git';
import {
  ExternalHalf,
  FinishedStep,
  WrittenBranch,
} from '../../../registry/step';
import { checkoutKey } from '../_shared/checkoutKey';
import { commitAddress } from '../_shared/commitAddress';
import { gitInput } from '../_shared/gitInput';
import { diffsOf, filesOf } from './changes';
import { GitPushConfig } from './schema';

/** What a push is about to do; enough to find it again. */
type Intent = {
  repoURL: string;
  branch: string;
  base: string;
  commit: string;
  force: boolean;
  trailers: Record<string, string>;
};

interface Target {
  state: CheckoutState;
  branch: string;
  own: boolean;
}

async function targetOf(
  context: { workspace: Workspace; promotion: { name: string } },
  config: GitPushConfig,
): Promise<Target | StepOutcome> {
  const state = await context.workspace.describeCheckout(config.path);
  const own = config.generateTargetBranch === true;
  const branch = own
    ? `kargo/promotion/${context.promotion.name}`
    : config.targetBranch || state.branch;
  if (!branch)
    return failed(
      `git-push: ${config.path} is not on a branch; name one in targetBranch`,
    );
  if (config.force && !own)
    return failed(
      'git-push: force is allowed only with generateTargetBranch, on a branch of the promotion',
    );
  return { state, branch, own };
}

/** Commits onto a branch. Exactly once is Git's own compare-and-swap (design, section 5). */
export const pushBranch: ExternalHalf<GitPushConfig, 'workspace' | 'git'> = {
  async describe(context, config, detail = 'all') {
    const target = await targetOf(context, config);
    if ('status' in target)
      return target as Exclude<StepOutcome, { status: 'succeeded' }>;
    const { state, branch } = target;
    const changes = await context.workspace.changes(config.path, {
      diffs: detail === 'all',
    });
    const isThere = branch === state.branch && !state.isNew;
    if (state.head === state.base && isThere) {
      return {
        status: 'skipped',
        message: `nothing to push: ${branch} already has it`,
        output: outputOf(config, { ...state, branch, commit: state.head }),
      };
    }
    const paths = changes.map(change => change.path);
    const refusal = await context.refusal({
      kind: 'git',
      url: state.repoURL,
      access: 'write',
      branch,
      paths,
    });
    if (refusal)
      return failed(refusal) as Exclude<StepOutcome, { status: 'succeeded' }>;
    return {
      status: 'planned',
      effect: {
        step: context.alias,
        kind: 'git-push',
        target: `${branch} of ${state.repoURL}`,
        files: filesOf(changes),
      },
      ...(detail === 'all' && {
        diffs: diffsOf(changes, {
          step: context.alias,
          repoURL: state.repoURL,
          branch,
        }),
        // of a branch that is not there yet nothing was read
        ...(!state.isNew && {
          readSet: {
            [gitInput(state.repoURL, { branch: state.branch })]:
              await context.workspace.readSet(config.path),
          },
        }),
      }),
    };
  },

  async lockKey(config, context) {
    const target = await targetOf(context, config);
    return 'status' in target
      ? undefined
      : `branch:${plainAddress(target.state.repoURL)}#${target.branch}`;
  },

  async intend(context, config) {
    const { state, branch, own } = (await targetOf(context, config)) as Target;
    const made = context.shared.commits[checkoutKey(config.path)];
    const intent: Intent = {
      repoURL: state.repoURL,
      branch,
      base: state.base,
      commit: state.head,
      force: own,
      trailers: made?.trailers ?? {
        'Stevedore-Promotion': context.promotion.name,
      },
    };
    return intent;
  },

  async attempt(context, config, intent) {
    const { repoURL, branch, commit, force } = intent as Intent;
    const { state } = (await targetOf(context, config)) as Target;
    const push = { branch, commit, force };
    const result = await context.git.push(repoURL, push);
    if (result.status === 'pushed')
      return {
        status: 'succeeded',
        output: outputOf(config, { repoURL, branch, commit }),
        message: written(branch, commit),
      };
    if (branch !== state.branch)
      return errored(
        `git-push: ${branch} has commits that ${state.branch} has not: ${result.message}`,
        true,
      );
    await context.log(
      `${branch} moved on; the edit is made again on its new head`,
    );
    const inputs = [gitInput(repoURL, { branch }), gitInput(repoURL, {})];
    return {
      status: 'waiting',
      message: `${branch} moved on`,
      retryAfterMs: 0,
      replay: { inputs },
    };
  },

  async recognise(context, config, intent) {
    const { repoURL, branch, base, trailers, force } = intent as Intent;
    const commit = await context.git.findByTrailers(repoURL, {
      branch,
      base: force ? undefined : base,
      trailers,
    });
    if (!commit) return { status: 'notDone' };
    return {
      status: 'done',
      output: outputOf(config, { repoURL, branch, commit }),
      message: written(branch, commit),
    };
  },

  lands: intent => !(intent as Intent).force,
};

/** A branch of the promotion's own is nothing that anybody brings to a cluster. */
export function writtenBranch({
  intent,
  output: { branch, commit },
}: Pick<FinishedStep, 'intent' | 'output'>): WrittenBranch | undefined {
  const { repoURL, base, force } = intent as Partial<Intent>;
  if (force || typeof branch !== 'string' || typeof commit !== 'string')
    return undefined;
  return { repoURL, base, branch, commit };
}

const written = (branch: string, commit: string) =>
  `commit ${commit.slice(0, 7)} is on ${branch}`;

function outputOf(
  { provider }: GitPushConfig,
  pushed: { repoURL: string; branch: string; commit: string },
): Record<string, unknown> {
  const { repoURL, branch, commit } = pushed;
  const commitURL = commitAddress(repoURL, commit, provider);
  return { branch, commit, ...(commitURL && { commitURL }) };
}
