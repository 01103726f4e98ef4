import { EngineWorld, Killed, manifestsOf } from './testing/EngineWorld';

const ada = { ref: 'user:default/ada', ownership: ['user:default/ada'] };
const person = (name: string) => ({
  ref: `user:default/${name}`,
  ownership: [`user:default/${name}`, 'group:default/release-managers'],
});

async function worldOf(
  options: Omit<Parameters<typeof manifestsOf>[1], never>,
): Promise<EngineWorld> {
  const holder: { url: string } = { url: '' };
  const world = new EngineWorld({
    get manifests() {
      return manifestsOf(holder.url, options);
    },
  });
  holder.url = world.remote.url;
  for (const stage of options.stages)
    world.remote.write(
      `${stage}/values.yaml`,
      '# kept\ntag: "0"\nat: never # and this\n',
    );
  world.remote.write('shared.yaml', 'tag: "0"\nat: never\n');
  world.remote.push('start');
  await world.boot();
  await world.define();
  return world;
}

describe('a release travels', () => {
  let world: EngineWorld;
  afterEach(() => world.close());

  it('becomes freight once, promotes itself to dev, and is pushed with trailers that name promotion and step', async () => {
    world = await worldOf({ stages: ['dev', 'staging'], auto: ['dev'] });
    await world.release('1.1.0');
    await world.release('1.1.0');
    const { items } = await world.store.freightPage('web', { limit: 10 });
    expect(items).toHaveLength(1);
    const [promotion] = (await world.store.promotionPage('web', { limit: 10 }))
      .items;
    expect(promotion).toMatchObject({
      stage: 'dev',
      phase: 'Succeeded',
      requester: 'component:auto-promotion',
    });
    expect(world.file('dev/values.yaml')).toContain('tag: "1.1.0"');
    const [commit] = world.commitsOf(promotion.name);
    expect(world.remote.git('log', '-1', '--format=%B', commit)).toContain(
      'Stevedore-Step: step-3',
    );
    const [row] = await world.store.freightStages('web', [items[0].name]);
    expect(row).toMatchObject({
      stage: 'dev',
      verifiedAt: expect.any(String),
      since: expect.any(String),
    });
  });

  it('needs two approvals of the group, never of the requester, for the digest that was seen (invariant 4)', async () => {
    world = await worldOf({
      stages: ['prod'],
      approvals: { prod: '2 of group:default/release-managers, not requester' },
    });
    await world.release('1.1.0');
    const [freight] = (await world.store.freightPage('web', { limit: 1 }))
      .items;
    const into = { project: 'web', stage: 'prod', freight: freight.name };
    const plan = await world.engine.plan({ ...into, actor: person('rhea') });
    expect(plan.action).toBe(
      'Request approval of 1.1.0 for prod (needs 2 of group:default/release-managers)',
    );
    const asked = await world.engine.request({
      ...into,
      actor: person('rhea'),
      plan: plan.plan.promotion,
    });
    expect(asked).toMatchObject({
      phase: 'Requested',
      name: plan.plan.promotion,
      digest: plan.plan.digest,
    });
    const decision = {
      project: 'web',
      promotion: asked.name,
      digest: asked.digest!,
    };
    await expect(
      world.engine.approve({ ...decision, actor: person('rhea') }),
    ).rejects.toThrow('somebody else');
    await expect(
      world.engine.approve({ ...decision, actor: ada }),
    ).rejects.toThrow('not among those who decide');
    await expect(
      world.engine.approve({
        ...decision,
        digest: 'old',
        actor: person('ravi'),
      }),
    ).rejects.toThrow('review it again');
    await world.engine.approve({ ...decision, actor: person('ravi') });
    await world.queue.settle();
    expect((await world.store.promotion('web', asked.name))?.phase).toBe(
      'Requested',
    );
    await world.engine.approve({ ...decision, actor: person('rosa') });
    await world.queue.settle();
    expect((await world.store.promotion('web', asked.name))?.phase).toBe(
      'Succeeded',
    );
    expect(world.commitsOf(asked.name)).toHaveLength(1);
  });

  it('waits again with the difference when the file changed after the plan', async () => {
    world = await worldOf({
      stages: ['prod'],
      approvals: { prod: '1 of group:default/release-managers' },
    });
    await world.release('1.1.0');
    const [freight] = (await world.store.freightPage('web', { limit: 1 }))
      .items;
    const asked = await world.engine.request({
      project: 'web',
      stage: 'prod',
      freight: freight.alias,
      actor: ada,
    });
    world.remote.write('elsewhere.txt', 'unrelated');
    world.remote.write('prod/values.yaml', 'tag: "0"\nat: never\nmore: true\n');
    world.remote.push('somebody else was here');
    await world.engine.approve({
      project: 'web',
      promotion: asked.name,
      digest: asked.digest!,
      actor: person('ravi'),
    });
    await world.queue.settle();
    const now = (await world.store.promotion('web', asked.name))!;
    expect(now.phase).toBe('Requested');
    expect(now.digest).not.toBe(asked.digest);
    expect(now.changed).toEqual(['step-4: prod/values.yaml changed meanwhile']);
    expect(world.commitsOf(asked.name)).toHaveLength(0);
  });

  it('ten stages write one line of one branch at once: ten succeed, ten commits', async () => {
    const stages = Array.from({ length: 10 }, (_, index) => `s${index}`);
    world = await worldOf({ stages, auto: stages, file: 'shared.yaml' });
    await world.release('1.1.0');
    const { items } = await world.store.promotionPage('web', { limit: 20 });
    expect(items.map(each => each.phase)).toEqual(Array(10).fill('Succeeded'));
    expect(items.map(each => world.commitsOf(each.name).length)).toEqual(
      Array(10).fill(1),
    );
  }, 60_000);

  it('a manual promotion of something older holds auto-promotion, the newest resumes it', async () => {
    world = await worldOf({ stages: ['dev'], auto: ['dev'] });
    await world.release('1.0.0');
    await world.release('1.1.0');
    const older = (await world.store.freightPage('web', { limit: 2 })).items[1];
    await world.engine.request({
      project: 'web',
      stage: 'dev',
      freight: older.name,
      actor: ada,
    });
    await world.queue.settle();
    const stage = await world.store.stage('web', 'dev');
    expect(stage?.holds['Warehouse/web']).toMatchObject({
      freight: older.name,
      actor: ada.ref,
    });
    expect(world.file('dev/values.yaml')).toContain('1.0.0');
    await world.engine.resume({
      project: 'web',
      stage: 'dev',
      origin: 'Warehouse/web',
      actor: ada,
    });
    await world.queue.settle();
    expect(world.file('dev/values.yaml')).toContain('1.1.0');
  });

  it('a write that is not granted is refused before anything is pushed', async () => {
    world = await worldOf({ stages: ['dev'], auto: ['dev'] });
    world.refused.push('dev/values.yaml');
    await world.release('1.1.0');
    const [promotion] = (await world.store.promotionPage('web', { limit: 1 }))
      .items;
    expect(promotion).toMatchObject({
      phase: 'Failed',
      message: expect.stringContaining('not granted'),
    });
    expect(world.commitsOf(promotion.name)).toHaveLength(0);
  });
});

describe('a process dies at every boundary (invariants 2, 5 and 10)', () => {
  const points = [
    'promotion.started',
    'step.before',
    'step.ran',
    'step.finished',
    'step.intended',
    'step.attempted',
    'promotion.finished',
  ];

  it.each(
    points.flatMap(point => [1, 2, 3, 4].map(time => [point, time] as const)),
  )(
    'at %s, time %i: the promotion finishes by itself with its commit on the branch exactly once',
    async (point, time) => {
      const world = await worldOf({ stages: ['dev'], auto: ['dev'] });
      let seen = 0;
      world.faults = {
        async at(reached) {
          if (reached !== point) return;
          seen += 1;
          if (seen === time) throw new Killed(point);
        },
      };
      await world.release('1.1.0').catch(error => {
        if (!(error instanceof Killed)) throw error;
      });
      world.faults = { at: async () => undefined };
      await world.boot();
      await world.queue.settle();
      const [promotion] = (await world.store.promotionPage('web', { limit: 1 }))
        .items;
      expect(promotion.phase).toBe('Succeeded');
      expect(world.commitsOf(promotion.name)).toHaveLength(1);
      await world.close();
    },
  );
});
