import { errored, failed, StepOutcome } from '../../../model/outcome';
import { plainAddress } from '../../../model/unverified';
import { ExternalHalf } from '../../../registry/step';
import { checkoutKey } from '../_shared/checkoutKey';
import { commitAddress } from '../_shared/commitAddress';
import { diffsOf, filesOf } from './changes';
import { GitPushConfig } from './schema';

/** The object makes it known again: it holds commit, name, message and moment. */
type Intent = { repoURL: string; tag: string; object: string; commit: string };

type Unfinished = Exclude<StepOutcome, { status: 'succeeded' }>;

/** A tag that `git-tag` made in this run. With it go the commits that it leads to. */
export const pushTag: ExternalHalf<GitPushConfig, 'workspace' | 'git'> = {
  async describe(context, config, detail = 'all') {
    const { path } = config;
    const tag = config.tag!;
    const made = context.shared.tags?.[checkoutKey(path)]?.[tag];
    if (!made)
      return failed(
        `git-push: no step before made the tag ${tag} in ${path}; make it with git-tag`,
      ) as Unfinished;
    const { repoURL } = await context.workspace.describeCheckout(path);
    const changes = await context.workspace.changes(path, {
      diffs: detail === 'all',
    });
    const refusal = await context.refusal({
      kind: 'git',
      url: repoURL,
      access: 'write',
      branch: `refs/tags/${tag}`,
      paths: changes.map(change => change.path),
    });
    if (refusal) return failed(refusal) as Unfinished;
    return {
      status: 'planned',
      effect: {
        step: context.alias,
        kind: 'git-push',
        target: `tag ${tag} of ${repoURL}`,
        call: { message: made.message },
        ...(changes.length > 0 && { files: filesOf(changes) }),
      },
      ...(detail === 'all' && {
        diffs: diffsOf(changes, {
          step: context.alias,
          repoURL,
          branch: `refs/tags/${tag}`,
        }),
      }),
    };
  },

  async lockKey({ path, tag }, { workspace }) {
    const { repoURL } = await workspace.describeCheckout(path);
    return `tag:${plainAddress(repoURL)}#${tag}`;
  },

  async intend({ workspace, shared }, { path, tag }) {
    const { repoURL, head } = await workspace.describeCheckout(path);
    const { object } = shared.tags![checkoutKey(path)][tag!];
    return { repoURL, tag: tag!, object, commit: head } satisfies Intent;
  },

  async attempt({ git }, config, intent) {
    const { repoURL, tag, object } = intent as Intent;
    const result = await git.pushTag(repoURL, { tag, object });
    if (result.status === 'pushed')
      return { status: 'succeeded', ...done(config, intent as Intent) };
    return errored(
      `git-push: ${repoURL} has another tag ${tag}, which is not moved: choose another name (${result.message})`,
      true,
    );
  },

  async recognise({ git }, config, intent) {
    const { repoURL, tag, object } = intent as Intent;
    const { tags } = await git.refs(repoURL);
    return tags[tag] === object
      ? { status: 'done', ...done(config, intent as Intent) }
      : { status: 'notDone' };
  },
};

function done(
  { provider }: GitPushConfig,
  { repoURL, tag, commit }: Intent,
): { output: Record<string, unknown>; message: string } {
  const commitURL = commitAddress(repoURL, commit, provider);
  return {
    output: { tag, commit, ...(commitURL && { commitURL }) },
    message: `tag ${tag} leads to ${commit.slice(0, 7)}`,
  };
}
