import { EngineWorld } from '../EngineWorld';
import { askFor, MANAGERS, onPlan, unchanged } from './deciding';
import { person } from './people';
import { OpenStore, worldsOn } from './worldsOn';

const SOURCE = 'org.opencontainers.image.source';
const REVISION = 'org.opencontainers.image.revision';

/** Who wrote what would come cannot approve it. */
export function authorSuite(open: OpenStore): void {
  describe('the authors of the commits in the diff', () => {
    const start = worldsOn(open);
    const begin = () =>
      start({
        stages: ['prod'],
        approvals: { prod: `1 of ${MANAGERS}, not authors` },
        users: {
          'user:default/ravi': { stands: [], mail: 'ravi@acme.example' },
          'user:default/rosa': { stands: [], mail: 'rosa@acme.example' },
        },
      });

    /** A commit of the source, which here is the same repository. */
    function write(world: EngineWorld, author: string, message = 'change') {
      const { remote } = world;
      remote.git('pull', '-q', 'origin', 'main');
      remote.write(`src/${Math.random()}.ts`, message);
      remote.git('add', '-A');
      const by = `${author} <${author}@acme.example>`;
      remote.git('commit', '-q', `--author=${by}`, '-m', message);
      remote.git('push', '-q', 'origin', 'HEAD:main');
      const revision = remote.git('rev-parse', 'HEAD').trim();
      return { [SOURCE]: remote.url, [REVISION]: revision };
    }

    it('do not count, co-authors neither; others do', async () => {
      const world = await begin();
      const first = await askFor(world, { annotations: write(world, 'sam') });
      expect(first.authors).toEqual({
        users: [],
        unmatched: ['sam@acme.example'],
        unread: [],
      });
      const ravi = person('ravi');
      expect((await onPlan(world, first.name).approve(ravi)).phase).toBe(
        'Succeeded',
      );
      write(world, 'ravi');
      const annotations = write(
        world,
        'sam',
        'more\n\nCo-authored-by: Rosa <Rosa@acme.example>',
      );
      const asked = await askFor(world, { tag: '1.2.0', annotations });
      expect(asked.authors?.users).toEqual([
        'user:default/ravi',
        'user:default/rosa',
      ]);
      const plan = onPlan(world, asked.name);
      for (const name of ['ravi', 'rosa'])
        await unchanged(
          world,
          () => plan.approve(person(name)),
          'wrote a commit that it brings',
        );
      expect((await plan.approve(person('rhea'))).phase).toBe('Succeeded');
    });

    it('that nobody can tell let nobody approve: unknown never passes', async () => {
      const world = await begin();
      const asked = await askFor(world);
      const plan = onPlan(world, asked.name);
      expect((await plan.approve(person('ravi'))).phase).toBe('Requested');
      expect(asked.authors?.unread).toEqual([
        `the image localhost:1/web:1.1.0 has no annotations ${SOURCE} and ${REVISION}`,
      ]);
      const gone = { [SOURCE]: world.remote.url, [REVISION]: '1'.repeat(40) };
      const other = await askFor(world, { tag: '1.2.0', annotations: gone });
      expect(other.authors?.unread).toEqual([
        expect.stringContaining('has no commit 1111'),
      ]);
    });
  });
}
