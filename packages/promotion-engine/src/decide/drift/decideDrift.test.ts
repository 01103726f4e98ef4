import fc from 'fast-check';
import { Artifacts } from '../../model/artifacts';
import { decideDrift, worstDrift } from './decideDrift';
import { ChangedFile, DriftRow, GitNow, RunningFacts } from './drift';

const HEAD = 'b'.repeat(40);
const LEFT = 'a'.repeat(40);
const REPO = 'https://git.acme.dev/deploy';
const WEB = 'ghcr.io/acme/web';
const DIGEST = `sha256:${'1'.repeat(64)}`;
const OTHER = `sha256:${'2'.repeat(64)}`;

const by = (author: string, trailers = {}) => ({
  ...{ id: 'abc1234'.padEnd(40, '0'), date: '2026-05-04T12:00:00Z' },
  ...{ author, trailers },
});

const promoted: Artifacts = {
  images: [{ repoURL: WEB, tag: '1.4.2', digest: DIGEST }],
  charts: [],
  commits: [],
  artifacts: [],
};

const file = (
  path: string,
  [before, left, now]: (string | undefined)[],
  more: Partial<ChangedFile> = {},
): ChangedFile => ({
  ...{ path, before, promoted: left, now, by: [by('Ada')] },
  deleted: now === undefined,
  ...more,
});

const read = (...changed: ChangedFile[]): GitNow => ({
  status: 'read',
  head: changed.length > 0 ? HEAD : LEFT,
  changed,
  asPromoted: {},
});

const git = (now: GitNow) => [
  { repoURL: REPO, branch: 'main', commit: LEFT, now },
];

const runs = (...images: string[]): RunningFacts => ({
  ...{ what: 'Deployment "web"', status: 'seen', images, revisions: [] },
});

const kustomization = (tag: string) =>
  `images:\n  - name: ${WEB}\n    newTag: ${tag}\n`;

/** The row of the image. */
function web(
  now: GitNow | undefined,
  running: RunningFacts[] = [],
  artifacts = promoted,
): DriftRow {
  const facts = { promoted: artifacts, git: now ? git(now) : [], running };
  return decideDrift(facts)[0];
}

describe('decideDrift', () => {
  it.each<[string, GitNow | undefined, RunningFacts[], string, string]>([
    [
      'all is as it was promoted',
      read(),
      [runs(`${WEB}:1.4.2`)],
      'same',
      '1.4.2 was promoted here, Git says it, and it runs.',
    ],
    [
      'no cluster is watched',
      read(),
      [],
      'same',
      '1.4.2 was promoted here, and Git says it; nothing that runs is watched.',
    ],
    [
      'nothing was written, and it runs',
      undefined,
      [runs(`${WEB}:1.4.2`)],
      'same',
      '1.4.2 was promoted here, and it runs; the promotion wrote to no branch.',
    ],
    [
      'there is neither',
      undefined,
      [],
      'unknown',
      '1.4.2 was promoted here; the promotion wrote to no branch, and nothing that runs is watched.',
    ],
    [
      'somebody changed Git, and it did not get there',
      read(
        file('k.yaml', [
          kustomization('1.4.0'),
          kustomization('1.4.2'),
          kustomization('1.4.1'),
        ]),
      ),
      [runs(`${WEB}:1.4.2`)],
      'gitDiffers',
      'Git says 1.4.1 since commit abc1234 by Ada; 1.4.2 was promoted here.',
    ],
    [
      'somebody changed Git, and that runs',
      read(
        file('k.yaml', [
          undefined,
          kustomization('1.4.2'),
          kustomization('1.4.1'),
        ]),
      ),
      [runs(`${WEB}:1.4.1`)],
      'gitDiffers',
      'Git says 1.4.1 since commit abc1234 by Ada, and that runs; 1.4.2 was promoted here.',
    ],
    [
      'somebody changed Git, and a third version runs',
      read(
        file('k.yaml', [
          undefined,
          kustomization('1.4.2'),
          kustomization('1.4.1'),
        ]),
      ),
      [runs(`${WEB}:1.4.0`)],
      'gitDiffers',
      'Git says 1.4.1 since commit abc1234 by Ada; 1.4.0 runs; 1.4.2 was promoted here.',
    ],
    [
      'a later promotion changed Git, and then somebody else',
      read(
        file(
          'k.yaml',
          [undefined, kustomization('1.4.2'), kustomization('1.4.1')],
          {
            by: [by('Stevedore', { 'Stevedore-Promotion': 'qa.1' }), by('Ada')],
          },
        ),
      ),
      [],
      'gitDiffers',
      'Git says 1.4.1, last changed in commit abc1234 by promotion qa.1; 1.4.2 was promoted here.',
    ],
    [
      'something else of the file was changed',
      read(
        file('k.yaml', [
          kustomization('1.4.0'),
          kustomization('1.4.2'),
          `namePrefix: x\n${kustomization('1.4.2')}`,
        ]),
      ),
      [],
      'same',
      '1.4.2 was promoted here, and Git says it; nothing that runs is watched.',
    ],
    [
      'the file is gone',
      read(file('k.yaml', [undefined, kustomization('1.4.2'), undefined])),
      [],
      'gitDiffers',
      'In Git k.yaml names it no more since commit abc1234 by Ada; 1.4.2 was promoted here.',
    ],
    [
      'the file cannot be read',
      read(file('main.tf', ['tag = 1', 'tag = "1.4.2"', 'tag = "1.4.1"'])),
      [runs(`${WEB}:1.4.2`)],
      'unknown',
      '1.4.2 was promoted here; what Git says now is not known: main.tf is another since commit abc1234 by Ada, and which version it names cannot be read.',
    ],
    [
      'the remote cannot be asked',
      { status: 'unread', reason: 'git.acme.dev did not answer' },
      [runs(`${WEB}:1.4.2`)],
      'unknown',
      '1.4.2 was promoted here; what Git says now is not known: git.acme.dev did not answer.',
    ],
    [
      'another version runs',
      read(),
      [runs(`${WEB}:1.4.1`)],
      'clusterDiffers',
      '1.4.1 runs in Deployment "web"; 1.4.2 was promoted here, and Git says so.',
    ],
    [
      'a part of it runs in another version',
      read(),
      [runs(`${WEB}:1.4.2`, `${WEB}:1.4.1`)],
      'clusterDiffers',
      '1.4.1 and 1.4.2 run in Deployment "web"; 1.4.2 was promoted here, and Git says so.',
    ],
    [
      'the tag was moved',
      read(),
      [runs(`${WEB}:1.4.2@${OTHER}`)],
      'clusterDiffers',
      '1.4.2@sha256:222222222222 runs in Deployment "web"; 1.4.2 was promoted here, and Git says so.',
    ],
    [
      'the cluster cannot be seen',
      read(),
      [{ what: 'x', status: 'unseen', reason: 'cluster eu did not answer' }],
      'unknown',
      '1.4.2 was promoted here; what runs is not known: cluster eu did not answer.',
    ],
    [
      'a part of the clusters cannot be seen',
      read(),
      [
        runs(`${WEB}:1.4.2`),
        { what: 'x', status: 'unseen', reason: 'cluster eu did not answer' },
      ],
      'unknown',
      '1.4.2 was promoted here; what runs is not known: cluster eu did not answer.',
    ],
    [
      'others run',
      read(),
      [runs('ghcr.io/acme/webhook:1.4.2', 'web:1.4.2')],
      'unknown',
      '1.4.2 was promoted here; what runs is not known: it is not among the images that run.',
    ],
    [
      'it runs by its digest',
      read(),
      [runs(`${WEB}@${DIGEST}`)],
      'same',
      '1.4.2 was promoted here, Git says it, and it runs.',
    ],
  ])('%s', (_, now, running, verdict, sentence) => {
    expect(web(now, running)).toMatchObject({ verdict, sentence });
  });

  it.each<[string, string, string, string]>([
    [
      'a kustomization, by digest',
      'Kustomization',
      `images: [{name: ${WEB}, digest: "${DIGEST}"}]`,
      `images: [{name: ${WEB}, digest: "${OTHER}"}]`,
    ],
    [
      'a kustomization that renames it',
      'a/kustomization.yml',
      `images: [{name: web, newName: ${WEB}, newTag: 1.4.2}]`,
      `images: [{name: web, newName: ${WEB}, newTag: 1.4.1}]`,
    ],
    [
      'values with a repository',
      'values.yaml',
      `image: {repository: ${WEB}, tag: 1.4.2}`,
      `image: {repository: ${WEB}, tag: 1.4.1}`,
    ],
    [
      'values with a registry',
      'values.yaml',
      'image: {registry: ghcr.io, repository: acme/web, tag: 1.4.2}',
      'image: {registry: ghcr.io, repository: acme/web, tag: 1.4.1}',
    ],
    [
      'values that say nothing of the repository',
      'values.yaml',
      'web: {tag: 1.4.2}\nkept: 1',
      'web: {tag: 1.4.1}\nkept: 1',
    ],
    [
      'a manifest',
      'deploy.json',
      `{"spec": {"containers": [{"name": "web", "image": "${WEB}:1.4.2"}]}}`,
      `{"spec": {"containers": [{"name": "web", "image": "${WEB}:1.4.1"}]}}`,
    ],
    [
      'several documents',
      'all.yaml',
      `a: 1\n---\nimage: ${WEB}:1.4.2@${DIGEST}`,
      `a: 1\n---\nimage: ${WEB}:1.4.1@${OTHER}`,
    ],
  ])('reads %s', (_, path, left, now) => {
    const before = left.replace(/1\.4\.2|sha256:1+/g, '0');
    const row = web(read(file(path, [before, left, now])));
    expect(row).toMatchObject({
      verdict: 'gitDiffers',
      git: { value: expect.stringMatching(/^(1\.4\.1|sha256:2+)/) },
    });
    expect(web(read(file(path, [before, left, left]))).verdict).toBe('same');
  });

  it('keeps numbers as they are written', () => {
    const image = { repoURL: WEB, tag: '1.10', digest: '' };
    const texts = ['1.9', '1.10', '1.1'].map(kustomization);
    const row = web(read(file('k.yaml', texts)), [], {
      ...promoted,
      images: [image],
    });
    expect(row.git).toMatchObject({ status: 'differs', value: '1.1' });
  });

  it('does not take an equal text for the version that was written', () => {
    const texts = ['v: "2"\ntag: 1', 'v: "2"\ntag: "2"', 'v: "3"\ntag: "2"'];
    const image = { repoURL: WEB, tag: '2', digest: '' };
    const row = web(read(file('v.yaml', texts)), [], {
      ...promoted,
      images: [image],
    });
    expect(row.verdict).toBe('same');
  });

  it('compares charts with what Git and a release say', () => {
    const charts = [
      { repoURL: 'https://charts.acme.dev', name: 'web', version: '2.0.0' },
    ];
    const artifacts = { ...promoted, images: [], charts };
    const chart = (version: string) =>
      `dependencies: [{name: web, repository: "https://charts.acme.dev", version: ${version}}]`;
    const texts = [chart('1.0.0'), chart('2.0.0'), chart('1.9.0')];
    const revisions = [
      { repoURL: 'https://charts.acme.dev', chart: 'web', revision: '2.0.0' },
    ];
    const running: RunningFacts = { ...runs(), ...{ revisions } } as never;
    const row = web(read(file('Chart.yaml', texts)), [running], artifacts);
    expect(row).toMatchObject({
      ...{ kind: 'chart', name: 'web', verdict: 'gitDiffers' },
      git: { value: '1.9.0' },
      running: { status: 'same', value: '2.0.0' },
    });
  });

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

  it('is never better known than what it rests on', () => {
    const version = fc.constantFrom('1.4.2', '1.4.1');
    const places = fc.oneof(
      fc.constant(undefined),
      fc.constant<GitNow>({ status: 'unread', reason: 'away' }),
      version.map(tag =>
        tag === '1.4.2'
          ? read()
          : read(file('k.yaml', ['0', '1.4.2', tag].map(kustomization))),
      ),
    );
    const thing = fc.oneof(
      fc.constant<RunningFacts>({
        what: 'x',
        status: 'unseen',
        reason: 'away',
      }),
      version.map(tag => runs(`${WEB}:${tag}`)),
    );
    fc.assert(
      fc.property(places, fc.array(thing, { maxLength: 3 }), (now, running) => {
        const row = web(now, running);
        const unseen =
          now?.status === 'unread' ||
          running.some(({ status }) => status === 'unseen');
        if (unseen) expect(row.verdict).not.toBe('same');
        const other = JSON.stringify([now, running]).includes('1.4.1');
        if (other) expect(row.verdict).toMatch(/Differs$/);
        else expect(row.verdict).not.toMatch(/Differs$/);
        expect(row.sentence).toMatch(/\.$/);
      }),
    );
  });

  it('knows a stage by its worst row', () => {
    const rows = (...verdicts: string[]) =>
      verdicts.map(verdict => ({ verdict } as DriftRow));
    expect([
      worstDrift([]),
      worstDrift(rows('same', 'unknown')),
      worstDrift(rows('unknown', 'clusterDiffers')),
      worstDrift(rows('clusterDiffers', 'gitDiffers', 'same')),
    ]).toEqual(['same', 'unknown', 'clusterDiffers', 'gitDiffers']);
  });
});
