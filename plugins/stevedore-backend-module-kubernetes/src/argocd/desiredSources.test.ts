import { Application } from './application';
import { desiredSources } from './desiredSources';

const app = (spec: Application['spec']): Application => ({
  metadata: { name: 'web', namespace: 'argocd' },
  spec,
});

const REPO = 'https://git.acme.dev/deploy';

describe('desiredSources', () => {
  it('finds a source however its address is written, and says which are there', () => {
    const one = app({ source: { repoURL: `${REPO}.git` } });
    expect(
      desiredSources(one, [{ repoURL: REPO, desiredRevision: 'abc' }]),
    ).toMatchObject({ revisions: ['abc'], fit: true });
    expect(desiredSources(one, [{ repoURL: 'https://else.dev/x' }])).toBe(
      `it has no source https://else.dev/x; it has ${REPO}.git`,
    );
  });

  it('tells a chart from its repository', () => {
    const repoURL = 'https://charts.acme.dev';
    const several = app({
      sources: [
        { repoURL, chart: 'web' },
        { repoURL, chart: 'db' },
      ],
    });
    expect(
      desiredSources(several, [
        {
          repoURL,
          chart: 'db',
          desiredRevision: '1.2.0',
          updateTargetRevision: true,
        },
      ]),
    ).toEqual({
      sources: [
        { repoURL, chart: 'web' },
        { repoURL, chart: 'db', targetRevision: '1.2.0' },
      ],
      revisions: ['', '1.2.0'],
      fit: false,
    });
  });

  it('leaves the revision that is followed alone unless it is told to change it', () => {
    const one = app({ source: { repoURL: REPO, targetRevision: 'main' } });
    expect(
      desiredSources(one, [{ repoURL: REPO, desiredRevision: 'abc' }]),
    ).toMatchObject({ sources: [{ targetRevision: 'main' }], fit: true });
  });

  it('sets images and parameters by name, and keeps the others', () => {
    const one = app({
      source: {
        repoURL: REPO,
        kustomize: {
          images: [
            'acme/web:1',
            'localhost:5000/db=acme/db:2',
            'acme/job@sha256:1',
          ],
        },
        helm: {
          parameters: [
            { name: 'tag', value: '1' },
            { name: 'x', value: 'y' },
          ],
        },
      },
    });
    expect(
      desiredSources(one, [
        {
          repoURL: REPO,
          kustomize: {
            images: [
              { repoURL: 'acme/web', tag: '3' },
              { repoURL: 'localhost:5000/db', newName: 'acme/base', tag: '4' },
              { repoURL: 'acme/job', digest: 'sha256:2' },
              { repoURL: 'acme/new' },
            ],
          },
          helm: {
            images: [
              { key: 'tag', value: '3' },
              { key: 'z', value: '1' },
            ],
          },
        },
      ]),
    ).toMatchObject({
      fit: false,
      sources: [
        {
          kustomize: {
            images: [
              'acme/web:3',
              'localhost:5000/db=acme/base:4',
              'acme/job@sha256:2',
              'acme/new',
            ],
          },
          helm: {
            parameters: [
              { name: 'tag', value: '3' },
              { name: 'x', value: 'y' },
              { name: 'z', value: '1' },
            ],
          },
        },
      ],
    });
  });

  it('takes an Application as it is where nothing is to be updated', () => {
    const one = app({ source: { repoURL: REPO } });
    expect(desiredSources(one)).toMatchObject({ revisions: [''], fit: true });
  });
});
