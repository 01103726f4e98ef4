import { EngineWorld } from '../EngineWorld';
import { ada } from './people';
import { OpenStore, worldsOn } from './worldsOn';

type Change = (world: EngineWorld) => Promise<void> | void;

const write =
  (path: string, text: string): Change =>
  world => {
    world.remote.write(path, text);
    world.remote.push(`change ${path}`);
  };

const CHANGES: [string, 'same' | 'new', Change][] = [
  ['nothing', 'same', () => undefined],
  ['an unrelated commit', 'same', write('elsewhere.txt', 'unrelated')],
  [
    'a commit without content',
    'same',
    world => {
      world.remote.git('commit', '-q', '--allow-empty', '-m', 'nothing');
      world.remote.git('push', '-q', 'origin', 'HEAD');
    },
  ],
  ['a neighbour of the file', 'same', write('dev/other.yaml', 'a: 1\n')],
  [
    'the same file changed elsewhere',
    'new',
    write('dev/values.yaml', 'tag: "0"\nat: never\nmore: true\n'),
  ],
  [
    'other freight',
    'new',
    async world => {
      await world.release('1.2.0');
    },
  ],
  [
    'another step configuration',
    'new',
    world => world.define({ file: 'shared.yaml' }),
  ],
  ['one more step', 'new', world => world.define({ more: ['{uses: fail}'] })],
];

/** What an approval is bound to. */
export function digestSuite(open: OpenStore): void {
  describe('the digest of a plan', () => {
    const start = worldsOn(open);

    it.each(CHANGES)('after %s: %s', async (_, expected, change) => {
      const world = await start({ stages: ['dev'], time: false });
      const plan = async () => {
        const { items } = await world.store.freightPage('web', { limit: 1 });
        const into = { project: 'web', stage: 'dev', freight: items[0].name };
        return (await world.engine.plan({ ...into, actor: ada })).plan;
      };
      await world.release('1.1.0');
      const before = await plan();
      await change(world);
      const after = await plan();
      expect(after.digest === before.digest ? 'same' : 'new').toBe(expected);
      expect(after.promotion).not.toBe(before.promotion);
    });
  });
}
