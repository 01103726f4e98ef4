import {
  HEAD,
  LEFT,
  REPO,
  promoted,
  file,
  read,
  git,
} from './__testUtils__/driftFacts';
import { decideDrift } from './decideDrift';
import { GitNow, RunningFacts } from './drift';

describe('what runs', () => {
  describe('what was written to a branch', () => {
    const revision = (now: GitNow, running: RunningFacts[]) =>
      decideDrift({
        ...{ promoted: { ...promoted, images: [] }, running },
        git: git(now),
      })[0];
    const at = (commit: string, repoURL?: string): RunningFacts => ({
      ...{ what: 'Kustomization "web"', status: 'seen', images: [] },
      revisions: [{ repoURL, revision: `main@sha1:${commit}` }],
    });
    const with_ = (asPromoted: Record<string, boolean>, now = read()) =>
      ({ ...now, asPromoted } as GitNow);

    it.each<[string, GitNow, RunningFacts, string, string]>([
      ['is what was brought there', read(), at(LEFT, REPO), 'same', 'same'],
      [
        'is the same where the branch went on elsewhere',
        with_({ [HEAD]: true }),
        at(HEAD),
        'same',
        'same',
      ],
      [
        'is not what was brought there',
        with_({ [HEAD]: false }),
        at(HEAD, `${REPO}.git`),
        'clusterDiffers',
        'differs',
      ],
      [
        'is not known where the commit is not',
        read(),
        at(HEAD, REPO),
        'unknown',
        'unknown',
      ],
      [
        'has nothing to do with another repository',
        read(),
        at(HEAD, 'https://git.acme.dev/else'),
        'same',
        'none',
      ],
    ])('%s', (_, now, running, verdict, status) => {
      expect(revision(now, [running])).toMatchObject({
        verdict,
        running: { status },
      });
    });

    it('is told from what was changed since', () => {
      const row = revision(read(file('a.yaml', ['', 'a', 'b'])), []);
      expect(row).toMatchObject({
        kind: 'revision',
        name: `main of ${REPO}`,
        verdict: 'gitDiffers',
        promoted: 'aaaaaaa',
        git: { value: 'bbbbbbb' },
        sentence:
          'In Git a.yaml differs from commit aaaaaaa since commit abc1234 by Ada; aaaaaaa was promoted here.',
      });
    });
  });

  describe('what cannot be seen', () => {
    const charts = [
      { repoURL: 'https://charts.acme.dev', name: 'web', version: '2.0.0' },
    ];
    const seen: RunningFacts = {
      ...{ what: 'HelmRelease "web"', status: 'seen', images: [] },
      revisions: [
        { chart: 'web', revision: '2.0.0' },
        { repoURL: REPO, revision: `main@sha1:${LEFT}` },
      ],
    };
    const verdicts = (
      about?: Extract<RunningFacts, { status: 'unseen' }>['about'],
    ) =>
      decideDrift({
        promoted: { ...promoted, charts },
        git: git(read()),
        running: [
          seen,
          { what: 'Deployment "web"', status: 'unseen', reason: 'away', about },
        ],
      }).map(({ kind, running }) => [kind, running.status]);

    it.each<[string, Parameters<typeof verdicts>[0], string[]]>([
      ['everything', undefined, ['unknown', 'unknown', 'unknown']],
      ['images', ['image'], ['unknown', 'same', 'same']],
      ['images and charts', ['image', 'chart'], ['unknown', 'unknown', 'same']],
    ])('puts %s in doubt, and nothing else', (_, about, statuses) => {
      expect(verdicts(about)).toEqual(
        ['image', 'chart', 'revision'].map((kind, i) => [kind, statuses[i]]),
      );
    });
  });
});
