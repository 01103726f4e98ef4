import { FileChange } from '../model/promotion';
import { GitRepositories, Workspace } from '../ports/git';
import { RunSecrets } from './RunSecrets';
import { withInstead } from './withInstead';

type Change = FileChange & { diff?: string; binary?: boolean };

/** A workspace in which nothing can be committed or tagged that holds a secret of the run (design, section 4). */
export function secretlessWorkspace(
  workspace: Workspace,
  secrets: RunSecrets,
): Workspace {
  return withInstead<Workspace>(workspace, {
    async commit(options) {
      const { path, message, author } = options;
      secrets.refuse(
        `${message}\n${author.name}\n${author.email}`,
        'the message or the author of the commit',
      );
      const made = await workspace.commit(options);
      if (made && secrets.any) await refuseChanges(workspace, path, secrets);
      return made;
    },
    async tag(options) {
      secrets.refuse(
        `${options.tag}\n${options.message}`,
        'the name or the message of the tag',
      );
      return workspace.tag(options);
    },
  });
}

/** Names on a remote are as public as what stands behind them. */
export function secretlessGit(
  git: GitRepositories,
  secrets: RunSecrets,
): GitRepositories {
  return withInstead<GitRepositories>(git, {
    async push(repoURL, push) {
      secrets.refuse(push.branch, 'the name of the branch');
      return git.push(repoURL, push);
    },
    async pushTag(repoURL, push) {
      secrets.refuse(push.tag, 'the name of the tag');
      return git.pushTag(repoURL, push);
    },
  });
}

async function refuseChanges(
  workspace: Workspace,
  checkout: string,
  secrets: RunSecrets,
): Promise<void> {
  for (const change of await workspace.changes(checkout, { diffs: true })) {
    secrets.refuse(change.path, 'the name of a file');
    if (change.newBlob === undefined) continue;
    const text = change.binary
      ? (await workspace.readBytes(`${checkout}/${change.path}`)).toString()
      : addedText(change);
    secrets.refuse(text, change.path);
  }
}

/** What was there before was not written by this run. */
function addedText({ diff = '' }: Change): string {
  return diff
    .split('\n')
    .filter(line => line.startsWith('+') && !line.startsWith('+++ '))
    .map(line => line.slice(1))
    .join('\n');
}
