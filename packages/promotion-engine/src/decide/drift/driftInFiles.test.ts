import {
  WEB,
  DIGEST,
  OTHER,
  file,
  read,
  kustomization,
  web,
  promoted,
  runs,
} from './__testUtils__/driftFacts';
import { RunningFacts } from './drift';

describe('what files of a branch say', () => {
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
});
