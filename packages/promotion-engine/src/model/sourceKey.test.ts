import { sourceKey } from './sourceKey';

it.each([
  ['nginx', 'image:docker.io/library/nginx'],
  ['docker.io/nginx', 'image:docker.io/library/nginx'],
  ['docker.io/acme/web', 'image:docker.io/acme/web'],
  ['acme/web', 'image:docker.io/acme/web'],
  ['ghcr.io/acme/web', 'image:ghcr.io/acme/web'],
  ['oci://ghcr.io/acme/web', 'image:ghcr.io/acme/web'],
  ['localhost:5055/acme/web', 'image:localhost:5055/acme/web'],
  ['localhost/acme/web:1.0', 'image:localhost/acme/web'],
  ['Not An Image', 'image:Not An Image'],
])('knows %s as %s', (repoURL, key) => {
  expect(sourceKey({ kind: 'image', repoURL })).toBe(key);
});

it.each([
  [
    'git',
    'https://GitHub.com/acme/web.git/',
    'git:https://github.com/acme/web',
  ],
  [
    'git',
    'https://me:pw@github.com/acme/web.git',
    'git:https://github.com/acme/web',
  ],
  ['git', 'git@github.com:acme/web.git', 'git:ssh://git@github.com/acme/web'],
  ['chart', 'https://charts.acme.dev/', 'chart:https://charts.acme.dev'],
] as const)('knows a %s repository: %s', (kind, repoURL, key) => {
  expect(sourceKey({ kind, repoURL })).toBe(key);
});
