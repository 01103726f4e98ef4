import { Plan } from '../../model/promotion';
import { Clock } from '../../ports/runtime';
import { EntityLink, Store } from '../../ports/store';
import { every } from './everyRow';
import { sampleRequest, second } from './samples';

/** A clock that stands until it is moved. */
export interface MovableClock extends Clock {
  advance(ms: number): void;
}

export function movableClock(start = Date.UTC(2026, 0, 1)): MovableClock {
  let now = start;
  return {
    now: () => now,
    advance: ms => {
      now += ms;
    },
  };
}

export function observationContract(make: () => Promise<Store>): void {
  it('knows who watches a source, page by page', async () => {
    const store = await make();
    const [web, api] = ['image:ghcr.io/acme/web', 'image:ghcr.io/acme/api'];
    await store.saveSubscriptions('shop', [
      { warehouse: 'b', source: web },
      { warehouse: 'a', source: web },
      { warehouse: 'a', source: api },
    ]);
    await store.saveSubscriptions('blog', [{ warehouse: 'w', source: web }]);
    const watchers = (source: string) =>
      every(after => store.subscribers(source, { after, limit: 2 }));
    expect(await watchers(web)).toEqual([
      { project: 'blog', warehouse: 'w' },
      { project: 'shop', warehouse: 'a' },
      { project: 'shop', warehouse: 'b' },
    ]);
    await store.saveSubscriptions('shop', [{ warehouse: 'a', source: api }]);
    await store.saveSubscriptions('blog', []);
    expect(await watchers(web)).toEqual([]);
    expect(await watchers(api)).toEqual([{ project: 'shop', warehouse: 'a' }]);
  });

  it('knows entities that run nothing themselves, page by page', async () => {
    const store = await make();
    const link = (name: string): EntityLink => ({
      entityRef: `component:default/${name}`,
      shows: 'component:default/shop',
      problems: [],
    });
    for (const name of ['c', 'a', 'b']) await store.saveEntityLink(link(name));
    const claim = { ...link('b'), shows: undefined, claims: 'shop' };
    await store.saveEntityLink(claim);
    await store.dropEntityLink(link('c').entityRef);
    await store.dropEntityLink('component:default/never');
    expect(await store.entityLink(link('a').entityRef)).toEqual(link('a'));
    expect(await store.entityLink(link('c').entityRef)).toBeUndefined();
    const all = await every(after => store.entityLinks({ after, limit: 1 }));
    expect(all).toEqual([link('a'), JSON.parse(JSON.stringify(claim))]);
  });

  it('keeps the last discovery and the last plan', async () => {
    const store = await make();
    expect(await store.discovery('shop', 'web')).toBeUndefined();
    await store.saveDiscovery('shop', 'web', { at: second(1), images: [] });
    await store.saveDiscovery('shop', 'web', {
      at: second(2),
      error: 'no answer',
      images: [],
    });
    await store.saveDiscovery('shop', 'api', { at: second(3), images: [] });
    expect(await store.discovery('shop', 'web')).toEqual({
      at: second(2),
      error: 'no answer',
      images: [],
    });
    const { name: promotion, stage, steps, pins } = sampleRequest('dev', 1);
    const plan: Plan = {
      promotion,
      stage,
      steps,
      pins,
      freight: 'f',
      effects: [],
      digest: 'd',
      readSet: {},
      diffs: [],
      outcomes: [],
    };
    await store.savePlan('shop', plan);
    await store.savePlan('shop', { ...plan, digest: 'e' });
    expect(await store.plan('shop', promotion)).toEqual({
      ...plan,
      digest: 'e',
    });
    expect(await store.plan('other', promotion)).toBeUndefined();
  });

  it('appends log lines, and tells what is new behind the last one seen', async () => {
    const store = await make();
    const write = (text: string, promotion = 'p') =>
      store.appendLog('shop', promotion, { at: second(1), step: 's', text });
    for (const text of ['one', 'two', 'three']) await write(text);
    await write('elsewhere', 'q');
    const all = await every(after =>
      store.logs('shop', 'p', { after, limit: 2 }),
    );
    expect(all.map(line => line.text)).toEqual(['one', 'two', 'three']);
    await write('four');
    const news = await store.logs('shop', 'p', { after: all[2].id, limit: 9 });
    expect(news.items.map(line => line.text)).toEqual(['four']);
    expect(news.next).toBeUndefined();
  });

  it('appends many lines at once, in order', async () => {
    const store = await make();
    const texts = Array.from({ length: 250 }, (_, n) => `line ${n}`);
    const lines = texts.map(text => ({
      ...{ at: second(1), step: 's', text, source: 'pod/main' },
    }));
    await store.appendLog('shop', 'p', ...lines);
    await store.appendLog('shop', 'p');
    const { items } = await store.logs('shop', 'p', { limit: 300 });
    expect(items).toEqual(
      lines.map(line => ({ ...line, id: expect.any(String) })),
    );
  });

  it('keeps measurements in order', async () => {
    const store = await make();
    for (const value of ['1', '2', '3']) {
      await store.addMeasurement('shop', 'v', {
        metric: 'errors',
        phase: 'Successful',
        at: second(1),
        value,
      });
    }
    expect(
      (await store.measurements('shop', 'v')).map(found => found.value),
    ).toEqual(['1', '2', '3']);
    expect(await store.measurements('shop', 'w')).toEqual([]);
  });

  it('keeps the newest of each metric that a gate looks at', async () => {
    const store = await make();
    const fact = (template: string, phase: 'Failed' | 'Successful') => ({
      template,
      phase,
      at: second(1),
    });
    await store.saveMetricFact('shop', 'prod', fact('errors', 'Failed'));
    await store.saveMetricFact('shop', 'prod', fact('calm', 'Successful'));
    await store.saveMetricFact('shop', 'prod', fact('errors', 'Successful'));
    expect(await store.metricFacts('shop', 'prod')).toEqual([
      fact('calm', 'Successful'),
      fact('errors', 'Successful'),
    ]);
    expect(await store.metricFacts('shop', 'dev')).toEqual([]);
  });
}

export function claimContract(make: (clock: Clock) => Promise<Store>): void {
  it('gives a key to one holder until its time is over', async () => {
    const clock = movableClock();
    const store = await make(clock);
    const first = await store.acquire('stage:shop/dev', 'a', 1000);
    expect(first).toBeGreaterThan(0);
    expect(await store.acquire('stage:shop/dev', 'b', 1000)).toBeUndefined();
    expect(await store.acquire('stage:shop/prod', 'b', 1000)).toBeDefined();
    clock.advance(600);
    // the holder prolongs its claim and keeps its number
    expect(await store.acquire('stage:shop/dev', 'a', 1000)).toBe(first);
    clock.advance(600);
    expect(await store.acquire('stage:shop/dev', 'b', 1000)).toBeUndefined();
    clock.advance(400);
    const other = await store.acquire('stage:shop/dev', 'b', 1000);
    expect(other).toBeGreaterThan(first!);
    expect(await store.acquire('stage:shop/dev', 'a', 1000)).toBeUndefined();
  });

  it('frees a key for its holder only, and numbers rise over every release', async () => {
    const store = await make(movableClock());
    const first = await store.acquire('k', 'a', 1000);
    await store.release('k', 'b');
    expect(await store.acquire('k', 'b', 1000)).toBeUndefined();
    await store.release('k', 'a');
    const next = await store.acquire('k', 'b', 1000);
    expect(next).toBeGreaterThan(first!);
    await store.release('never claimed', 'a');
  });

  it('lets one of many win who claim at once', async () => {
    const clock = movableClock();
    const store = await make(clock);
    const all = () =>
      Promise.all(
        ['a', 'b', 'c', 'd'].map(holder => store.acquire('k', holder, 1000)),
      );
    const winners = (fences: (number | undefined)[]) =>
      fences.filter(fence => fence !== undefined);
    expect(winners(await all())).toHaveLength(1);
    clock.advance(1000);
    expect(winners(await all())).toHaveLength(1);
  });
}
