import { join } from 'node:path';
import pc from 'picocolors';
import { DemoWorld } from '../world/buildConfig';
import { GITOPS } from '../world/components';
import { addressesOf } from '../world/ready';

/** What to do with a demo that has just become ready. */
export function guide(world: DemoWorld): string {
  const { portal } = addressesOf(world);
  const repository = join(world.layout.git, `${GITOPS}.git`);
  const lines: [string, string][] = [
    ['Look', `${portal}/catalog/default/component/web  (sign in as Ada)`],
    ['Release', 'npm run demo:release -- 1.1.0'],
    ['Watch Git', `git -C ${repository} log --stat main`],
    ['Be someone', 'npm run --silent demo:token -- ada   (prints a token)'],
    ['Break it', `edit ${join(world.layout.catalog, 'web')}`],
    ['Stop', 'Ctrl-C; everything is kept. npm run demo:reset starts over'],
  ];
  const table = lines.map(
    ([what, how]) => `  ${pc.bold(what.padEnd(11))} ${how}`,
  );
  return [`\nThe demo is ready: ${pc.cyan(portal)}\n`, ...table, ''].join('\n');
}
