import fc from 'fast-check';
import {
  WEB,
  DIGEST,
  OTHER,
  by,
  file,
  read,
  runs,
  kustomization,
  web,
} from './__testUtils__/driftFacts';
import { worstDrift } from './decideDrift';
import { DriftRow, GitNow, RunningFacts } from './drift';

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
