import { PLATFORM } from '../../../model/scope';
import { askFor, MANAGERS, onPlan, unchanged } from './deciding';
import { ada, person } from './people';
import { OpenStore, worldsOn } from './worldsOn';

const HOUR = 3_600_000;
const ravi = person('ravi');
const dan = person('dan', 'group:default/web');

/** Who is absent lets another decide. */
export function delegationSuite(open: OpenStore): void {
  describe('a delegation', () => {
    const start = worldsOn(open);
    const soon = () => new Date(Date.now() + HOUR).toISOString();
    const users = (): Record<string, { stands: string[] }> => ({
      [ravi.ref]: { stands: ravi.ownership },
      [dan.ref]: { stands: dan.ownership },
      [ada.ref]: { stands: ada.ownership },
    });
    const begin = (known = users()) =>
      start({
        stages: ['prod'],
        users: known,
        approvals: { prod: `1 of ${MANAGERS}` },
      });

    it('lets another decide in its time, is recorded, and is shown as such', async () => {
      const world = await begin();
      const { name } = await askFor(world);
      const plan = onPlan(world, name);
      const why = 'is not among those who decide here';
      await unchanged(world, () => plan.approve(dan), why);
      const { id } = await world.engine.people.delegate({
        actor: ravi,
        delegate: dan.ref,
        until: soon(),
        reason: 'on holiday',
      });
      const [entry] = await world.store.entries(PLATFORM, { limit: 9 });
      expect(entry).toMatchObject({
        verb: 'delegation.given',
        actor: ravi.ref,
        reason: 'on holiday',
        data: { id, delegate: dan.ref },
      });
      expect((await plan.approve(dan)).phase).toBe('Succeeded');
      const [approval] = await world.store.approvals('web', [name]);
      expect(approval).toMatchObject({
        actor: dan.ref,
        onBehalfOf: ravi.ref,
        ownership: ravi.ownership,
      });
    });

    it('never lets the requester approve himself, by himself or by another', async () => {
      const world = await begin();
      const give = (from: typeof ada, to: string) =>
        world.engine.people.delegate({
          actor: from,
          delegate: to,
          until: soon(),
          reason: 'away',
        });
      await give(ravi, dan.ref);
      const mine = onPlan(world, (await askFor(world, { actor: dan })).name);
      const why = 'wants somebody else to approve it';
      await unchanged(world, () => mine.approve(dan), why);
      const his = await askFor(world, { actor: ravi, tag: '1.2.0' });
      await unchanged(world, () => onPlan(world, his.name).approve(dan), why);
      expect((await mine.approve(ravi)).phase).toBe('Succeeded');
    });

    it('counts no more once it is over or ended, or its giver has left the group', async () => {
      const known = users();
      const world = await begin(known);
      const plan = onPlan(world, (await askFor(world)).name);
      const give = (more: { from?: string } = {}) =>
        world.engine.people.delegate({
          actor: ravi,
          delegate: dan.ref,
          until: soon(),
          reason: 'away',
          ...more,
        });
      const later = new Date(Date.now() + HOUR / 2).toISOString();
      await give({ from: later });
      const why = 'is not among those who decide here';
      await unchanged(world, () => plan.approve(dan), why);
      const { id } = await give();
      const end = (actor: typeof ada) =>
        world.engine.people.endDelegation({ id, actor });
      await expect(end(ada)).rejects.toThrow('neither gave nor got');
      known[ravi.ref] = { stands: [ravi.ref] };
      await unchanged(world, () => plan.approve(dan), why);
      known[ravi.ref] = { stands: ravi.ownership };
      await end(ravi);
      await expect(end(ravi)).rejects.toThrow('ended already');
      await unchanged(world, () => plan.approve(dan), why);
      await give();
      delete known[ravi.ref];
      await unchanged(world, () => plan.approve(dan), why);
    });

    it('is refused with a sentence when it makes no sense', async () => {
      const world = await begin();
      const give = (delegate: string, until = soon(), reason = 'away') =>
        world.engine.people.delegate({ actor: ravi, delegate, until, reason });
      await expect(give(ravi.ref)).rejects.toThrow('nobody delegates to');
      await expect(give('user:default/x')).rejects.toThrow('knows no person');
      await expect(give(MANAGERS)).rejects.toThrow('knows no person');
      await expect(give(dan.ref, soon(), ' ')).rejects.toThrow('say why');
      await expect(give(dan.ref, 'tomorrow')).rejects.toThrow('write times');
      const past = new Date(Date.now() - HOUR).toISOString();
      await expect(give(dan.ref, past)).rejects.toThrow('over before');
      const far = new Date(Date.now() + 9000 * HOUR).toISOString();
      await expect(give(dan.ref, far)).rejects.toThrow('longer than a year');
      expect(await world.store.head(PLATFORM)).toBeUndefined();
    });
  });
}
