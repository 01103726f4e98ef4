import { Artifacts } from '../../../model/artifacts';
import { decideDrift } from '../decideDrift';
import { ChangedFile, DriftRow, GitNow, RunningFacts } from '../drift';

export const HEAD = 'b'.repeat(40);
export const LEFT = 'a'.repeat(40);
export const REPO = 'https://git.acme.dev/deploy';
export const WEB = 'ghcr.io/acme/web';
export const DIGEST = `sha256:${'1'.repeat(64)}`;
export const OTHER = `sha256:${'2'.repeat(64)}`;

export const by = (author: string, trailers = {}) => ({
  ...{ id: 'abc1234'.padEnd(40, '0'), date: '2026-05-04T12:00:00Z' },
  ...{ author, trailers },
});

export const promoted: Artifacts = {
  images: [{ repoURL: WEB, tag: '1.4.2', digest: DIGEST }],
  charts: [],
  commits: [],
  artifacts: [],
};

export const file = (
  path: string,
  [before, left, now]: (string | undefined)[],
  more: Partial<ChangedFile> = {},
): ChangedFile => ({
  ...{ path, before, promoted: left, now, by: [by('Ada')] },
  deleted: now === undefined,
  ...more,
});

export const read = (...changed: ChangedFile[]): GitNow => ({
  status: 'read',
  head: changed.length > 0 ? HEAD : LEFT,
  changed,
  asPromoted: {},
});

export const git = (now: GitNow) => [
  { repoURL: REPO, branch: 'main', commit: LEFT, now },
];

export const runs = (...images: string[]): RunningFacts => ({
  ...{ what: 'Deployment "web"', status: 'seen', images, revisions: [] },
});

export const kustomization = (tag: string) =>
  `images:\n  - name: ${WEB}\n    newTag: ${tag}\n`;

/** The row of the image. */
export function web(
  now: GitNow | undefined,
  running: RunningFacts[] = [],
  artifacts = promoted,
): DriftRow {
  const facts = { promoted: artifacts, git: now ? git(now) : [], running };
  return decideDrift(facts)[0];
}
