import { FreightRow } from '../model/rows';
import { EngineWorld } from './testing/EngineWorld';
import { MemoryStore } from '../testing';
import { systemClock } from '../adapters/system';

const actor = { ref: 'user:default/ada', ownership: ['user:default/ada'] };
const repoURL = 'localhost:1/web';

describe('freight by hand', () => {
  let world: EngineWorld;
  let first: FreightRow;
  beforeAll(async () => {
    world = await EngineWorld.start(new MemoryStore(systemClock), {
      stages: ['dev'],
      auto: ['dev'],
    });
    first = await world.release('1.0.0');
    await world.release('1.1.0');
  });
  afterAll(() => world.close());

  const create = (change: object) =>
    world.engine.createFreight({
      project: 'web',
      warehouse: 'web',
      artifacts: {},
      actor,
      ...change,
    });
  const rename = (freight: string, alias: string) =>
    world.engine.changeAlias({ project: 'web', freight, alias, actor });

  it('is made, named and promoted like any other', async () => {
    const artifacts = {
      images: [{ repoURL, tag: '0.9.0', digest: 'sha256:9' }],
    };
    const freight = await create({
      artifacts,
      alias: 'old-one',
      reason: 'why',
    });
    expect(freight).toMatchObject({ alias: 'old-one', createdBy: actor.ref });
    await world.queue.settle();
    const [promotion] = await world.promotions('dev');
    expect(promotion.freight.images[0].tag).toBe('0.9.0');
    const { items } = await world.store.history('web', {
      limit: 1,
      subject: `freight:${freight.name}`,
    });
    expect(items[0]).toMatchObject({
      verb: 'freight.created',
      actor: actor.ref,
      reason: 'why',
    });
    await expect(create({ artifacts })).rejects.toMatchObject({
      kind: 'conflict',
      message: 'this freight is there already: old-one',
    });
  });

  it('is the same freight as the warehouse makes of the same artifacts', async () => {
    // a digest is not needed where discovery knows the tag
    const artifacts = { images: [{ repoURL, tag: '1.0.0', digest: '' }] };
    await expect(create({ artifacts })).rejects.toThrow(
      `this freight is there already: ${first.alias}`,
    );
    await expect(create({ cloneOf: first.alias })).rejects.toThrow('already');
  });

  it.each([
    [{ warehouse: 'none' }, 'notFound', /no warehouse none/],
    [{}, 'invalid', /nothing is chosen of localhost:1\/web/],
    [{ cloneOf: 'nobody' }, 'notFound', /no freight nobody/],
    [{ alias: 'not ok' }, 'invalid', /cannot be an alias/],
    [{ alias: 'a'.repeat(40) }, 'invalid', /the name of freight/],
    [
      {
        alias: 'old-one',
        artifacts: { images: [{ repoURL, tag: '5', digest: 'sha256:5' }] },
      },
      'conflict',
      /old-one belongs to freight/,
    ],
  ])('is refused: %j', async (change, kind, message) => {
    const error = await create(change).catch(failure => failure);
    expect(error).toMatchObject({ kind });
    expect(error.message).toMatch(message);
  });

  it('gets another alias, and stays what it is', async () => {
    const { alias, version, ...before } = first;
    const renamed = await rename(alias, 'golden');
    expect(renamed).toMatchObject({ ...before, alias: 'golden' });
    expect(await rename('golden', 'golden')).toEqual(renamed);
    expect(await world.store.freightByAlias('web', alias)).toBeUndefined();
    await expect(rename('golden', 'old-one')).rejects.toThrow(
      /old-one belongs to freight/,
    );
    await expect(rename('golden', '-x')).rejects.toThrow(/cannot be an alias/);
    await expect(rename(alias, 'x')).rejects.toThrow(`no freight ${alias}`);
    // the old one is free again
    expect((await rename('old-one', alias)).alias).toBe(alias);
  });
});
