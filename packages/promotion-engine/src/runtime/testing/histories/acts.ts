import fc from 'fast-check';
import { NewEntry } from '../../../model/ledger';
import { commitOf, entryOf } from '../../../testing/store/samples';
import { PEOPLE } from './cast';
import { HistoryWorld, Nature } from './HistoryWorld';

type Run = (at: HistoryWorld) => Promise<unknown>;

/** One thing that somebody does, told by its name when a history is shrunk. */
class Act implements fc.AsyncCommand<object, HistoryWorld> {
  readonly #name: string;
  readonly #run: Run;

  constructor(name: string, run: Run) {
    this.#name = name;
    this.#run = run;
  }

  check(): boolean {
    return true;
  }

  run(_: object, at: HistoryWorld): Promise<void> {
    return at.act(() => this.#run(at));
  }

  toString(): string {
    return this.#name;
  }
}

const who = fc.constantFrom(...PEOPLE);
const stage = fc.constantFrom('dev', 'staging', 'prod');
const nth = fc.nat({ max: 3 });
const project = 'web';
const reason = 'it is so';

type Values<T> = { [K in keyof T]: fc.Arbitrary<T[K]> };

function act<T extends object>(
  name: string,
  values: Values<T>,
  run: (at: HistoryWorld, values: T) => Promise<unknown>,
): fc.Arbitrary<fc.AsyncCommand<object, HistoryWorld>> {
  return fc
    .record(values as Parameters<typeof fc.record>[0])
    .map(
      drawn =>
        new Act(`${name} ${JSON.stringify(drawn)}`, at => run(at, drawn as T)),
    );
}

const release = act(
  'release',
  {
    nature: fc.constantFrom<Nature>(
      'good',
      'good',
      'good',
      'failsCheck',
      'failsDeploy',
    ),
  },
  (at, { nature }) => at.release(nature),
);

const wait = act(
  'wait',
  { minutes: fc.constantFrom(1, 12, 30) },
  async (at, { minutes }) => at.wait(minutes * 60_000),
);

const request = act('request', { who, stage, nth }, async (at, values) => {
  const freight = await at.freight(values.nth);
  if (freight)
    await at.world.engine.request({
      project,
      stage: values.stage,
      freight: freight.name,
      actor: at.actor(values.who),
    });
});

/** What a release manager does all day: what staging holds goes on. */
const ship = act('ship', { who }, async (at, values) => {
  const freight = await at.here('staging');
  if (freight)
    await at.world.engine.request({
      project,
      stage: 'prod',
      freight,
      actor: at.actor(values.who),
    });
});

const decide = act(
  'decide',
  {
    who,
    nth: fc.constantFrom(0, 0, 0, 1, 2),
    how: fc.constantFrom('approve', 'approve', 'approve', 'reject'),
    stale: fc.constantFrom(false, false, false, true),
  },
  async (at, { how, stale, ...values }) => {
    const promotion = await at.open(values.nth);
    if (!promotion) return;
    await at.world.engine[how]({
      project,
      promotion: promotion.name,
      actor: at.actor(values.who),
      digest: stale ? 'of yesterday' : promotion.digest ?? '',
    });
  },
);

const onPromotion = act(
  'on a promotion',
  { who, nth, how: fc.constantFrom('abort', 'retry') },
  async (at, { how, ...values }) => {
    const promotion = await at.open(values.nth);
    if (promotion)
      await at.world.engine[how]({
        project,
        promotion: promotion.name,
        actor: at.actor(values.who),
      });
  },
);

const withdraw = act(
  'withdraw',
  { who, own: fc.constantFrom(true, true, false) },
  async (at, { own, who: somebody }) => {
    const { store, engine } = at.world;
    const names = (await store.openPromotions('web')).map(({ name }) => name);
    const approvals = await store.approvals('web', names);
    const given = approvals.find(row => !row.withdrawnAt);
    if (given)
      await engine.withdraw({
        project,
        promotion: given.promotion,
        actor: at.actor(own ? given.actor : somebody),
      });
  },
);

const onFreight = act(
  'on freight',
  { who, nth, how: fc.constantFrom('quarantine', 'liftQuarantine') },
  async (at, { how, ...values }) => {
    const freight = await at.freight(values.nth);
    if (freight)
      await at.world.engine[how]({
        project,
        freight: freight.name,
        actor: at.actor(values.who),
        reason,
      });
  },
);

const waive = act('waive', { who, nth, stage }, async (at, values) => {
  const freight = await at.freight(values.nth);
  if (freight)
    await at.world.engine.waive({
      project,
      freight: freight.name,
      stage: values.stage,
      actor: at.actor(values.who),
      reason,
    });
});

const onStage = act(
  'on a stage',
  {
    who,
    stage,
    how: fc.constantFrom('hold', 'resume', 'verifyAgain', 'rollback'),
  },
  (at, { how, ...values }) =>
    at.world.engine[how]({
      project,
      stage: values.stage,
      origin: 'Warehouse/web',
      actor: at.actor(values.who),
      reason,
    }),
);

const rollback = act(
  'roll back',
  { who, stage, nth, quarantine: fc.boolean() },
  async (at, { nth: n, who: ref, ...values }) =>
    at.world.engine.rollback({
      project,
      freight: (await at.freight(n))?.name,
      actor: at.actor(ref),
      reason,
      ...values,
    }),
);

/** Locks and freezes of one stage; the next one of the kind ends it. */
const stop = act(
  'stop or let go',
  {
    stage,
    kind: fc.constantFrom('lock', 'window'),
    blocks: fc.constantFrom('all', 'automatic'),
  },
  async (at, { kind, ...values }) => {
    const { store } = at.world;
    const rows =
      kind === 'lock' ? await store.locks('web') : await store.windows('web');
    const of = rows.find(
      row =>
        row.scope.stages?.name === values.stage &&
        !('ended' in row && row.ended) &&
        !('released' in row && row.released),
    );
    const entry = of ? letGo(kind, of.id) : stopped(kind, at, values);
    const stamped = { ...entry, at: new Date(at.now).toISOString() };
    await store.commit(commitOf('web', [stamped as NewEntry]));
  },
);

function letGo(kind: 'lock' | 'window', id: string): NewEntry {
  return kind === 'lock'
    ? entryOf('lock.released', { lock: id, queue: 'release' })
    : entryOf('window.ended', { id });
}

function stopped(
  kind: 'lock' | 'window',
  at: HistoryWorld,
  values: { stage: string; blocks: 'all' | 'automatic' },
): NewEntry {
  const id = `${kind}-${at.now}`;
  const scope = { stages: { name: values.stage } };
  if (kind === 'lock')
    return entryOf(
      'lock.set',
      { lock: id, scope, blocks: values.blocks },
      { reason },
    );
  const window = {
    name: 'freeze',
    kind: 'Deny' as const,
    dtstart: '20260101T000000Z',
    dtend: '20270101T000000Z',
  };
  return entryOf('window.set', { id, window, scope }, { reason });
}

const die = act('die', {}, at => at.world.boot());

/** Histories in which somebody does something, over and over; what leads on comes more often. */
export const histories = fc.commands(
  [
    release,
    release,
    wait,
    wait,
    request,
    ship,
    ship,
    decide,
    decide,
    decide,
    decide,
    onPromotion,
    withdraw,
    onFreight,
    waive,
    onStage,
    rollback,
    stop,
    die,
  ],
  { maxCommands: 60, size: 'max' },
);
