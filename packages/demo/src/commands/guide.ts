import { join, relative } from 'node:path';
import pc from 'picocolors';
import { DemoWorld } from '../world/buildConfig';
import { CLUSTER_COMPONENTS, GITOPS } from '../world/components';
import { REPOSITORY } from '../world/layout';
import { addressesOf } from '../world/ready';

/** What to do with a demo that has just become ready. */
export function guide({ layout, ...world }: DemoWorld): string {
  const { portal, backend } = addressesOf({ layout, ...world });
  const api = `${backend}/api/stevedore`;
  const repository = shorten(join(layout.git, `${GITOPS}.git`));
  const [first, ...others] = CLUSTER_COMPONENTS;
  const cluster: [string, string][] = world.kubernetes
    ? [
        [
          'Clusters',
          `npm run demo:release -- 1.1.0 ${first} (or ${others.join(', ')})`,
        ],
      ]
    : [];
  const lines: [string, string][] = [
    ['Look', `${portal}/catalog/default/component/web`],
    ['Release', 'npm run demo:release -- 1.1.0'],
    ['Follow', `git -C ${repository} log --stat main`],
    ['Be Ada', 'TOKEN=$(npm run --silent demo:token -- ada)'],
    [
      'Ask',
      `curl -H "Authorization: Bearer $TOKEN" ${api}/pipelines/component/default/web`,
    ],
    ['Approve', 'docs/api.md has the requests'],
    ...cluster,
    ['Change', `${shorten(layout.catalog)}/web/catalog-info.yaml`],
    ['Stop', 'Ctrl-C keeps everything; npm run demo:reset starts over'],
  ];
  const table = lines.map(
    ([what, how]) => `  ${pc.bold(what.padEnd(8))} ${how}`,
  );
  return [`\nThe demo is ready: ${pc.cyan(portal)}\n`, ...table, ''].join('\n');
}

/** As one would type it in the repository, where that is shorter. */
function shorten(path: string): string {
  const short = relative(REPOSITORY, path);
  return short.startsWith('..') ? path : short;
}
