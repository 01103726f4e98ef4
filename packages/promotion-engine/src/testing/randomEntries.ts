import { NewEntry } from '../model/ledger';
import { calendarEntries } from './store/calendarEntries';
import { SAMPLE_PEOPLE } from './store/everyRow';
import {
  sampleFreight,
  sampleName,
  second,
  entryOf,
  freightFound,
  definitionAccepted,
  requested,
} from './store/samples';

const STAGES = ['dev', 'eu-prod', 'us.prod'];
const PEOPLE = SAMPLE_PEOPLE;
const STEPS = 2;

/** What the entries so far allow. */
interface World {
  freight: number;
  promotions: {
    n: number;
    stage: string;
    phase: 'ended' | 'running' | 'waiting';
    approvedBy: string[];
  }[];
  clock: number;
  /** What freight is called now, where that was changed. */
  alias: Map<string, string>;
}
type Pick = <T>(from: readonly T[]) => T;
type Move = (world: World, pick: Pick) => NewEntry[];

const promotionOf = (
  world: World,
  pick: Pick,
  phase: 'running' | 'waiting',
) => {
  const fitting = world.promotions.filter(
    promotion => promotion.phase === phase,
  );
  return fitting.length > 0 ? pick(fitting) : undefined;
};

const MOVES: Move[] = [
  (_, pick) => [
    definitionAccepted('component:default/shop', `d${pick([1, 2, 3])}`),
  ],
  () => [
    entryOf('definition.rejected', {
      entityRef: 'component:default/shop',
      problems: [],
    }),
  ],
  (_, pick) => [
    entryOf(
      pick(['project.paused', 'project.resumed']),
      {},
      { reason: pick([undefined, 'why']) },
    ),
  ],
  world => {
    world.freight += 1;
    return [freightFound(world.freight)];
  },
  (world, pick) => {
    if (world.freight === 0) return [];
    const n = world.promotions.length + 1;
    const stage = pick(STAGES);
    world.promotions.push({ n, stage, phase: 'waiting', approvedBy: [] });
    return [
      requested(stage, n, { intent: pick(['hold', 'resume', undefined]) }),
    ];
  },
  (world, pick) => {
    const found = promotionOf(world, pick, 'waiting');
    if (!found) return [];
    found.phase = 'running';
    const promotion = sampleName(found.stage, found.n);
    return [
      entryOf('promotion.queued', { promotion }),
      entryOf('promotion.started', { promotion, stage: found.stage }),
    ];
  },
  (world, pick) => {
    const found = promotionOf(world, pick, 'waiting');
    if (!found) return [];
    const actor = pick(PEOPLE);
    const promotion = sampleName(found.stage, found.n);
    const withdraw = found.approvedBy.includes(actor) && pick([true, false]);
    if (withdraw)
      return [entryOf('approval.withdrawn', { promotion }, { actor })];
    found.approvedBy.push(actor);
    return [
      entryOf(
        pick(['approval.given', 'approval.rejected', 'approval.brokeGlass']),
        { promotion, digest: 'd', ownership: [actor] },
        { actor },
      ),
    ];
  },
  (world, pick) => {
    const found = promotionOf(world, pick, 'running');
    if (!found) return [];
    const promotion = sampleName(found.stage, found.n);
    const { stage } = found;
    const opened = {
      promotion,
      stage,
      freight: sampleFreight(1).name,
      by: [pick(PEOPLE)],
      reviewers: [{ from: 'owner' }],
    };
    return [
      entryOf('review.opened', opened, { reason: 'on fire' }),
      entryOf('review.closed', { promotion }, { reason: 'was right' }),
    ].slice(0, pick([1, 2]));
  },
  (world, pick) => {
    const id = `d${world.clock}`;
    const delegate = pick(PEOPLE);
    const period = { from: second(world.clock), until: second(999) };
    const given = { id, delegate, ownership: [], ...period };
    return [
      entryOf('delegation.given', given, { actor: pick(PEOPLE) }),
      entryOf('delegation.ended', { id }),
    ].slice(0, pick([1, 2]));
  },
  (world, pick) => {
    const found = promotionOf(world, pick, 'running');
    if (!found) return [];
    const at = { promotion: sampleName(found.stage, found.n), index: 0 };
    const { stage } = found;
    const unapproved = pick([true, false]);
    if (unapproved) found.phase = 'waiting';
    return [
      entryOf('step.waiting', {
        ...at,
        message: 'asks',
        error: false,
        ask: { kind: 'approval', minApprovals: 2 },
      }),
      entryOf(
        'step.answered',
        { ...at, action: 'approve', matches: [] },
        { actor: pick(PEOPLE), reason: pick(['fine', undefined]) },
      ),
      ...(unapproved
        ? [
            entryOf('promotion.unapproved', {
              promotion: at.promotion,
              stage,
              steps: [0, 1],
            }),
          ]
        : []),
    ];
  },
  (world, pick) => {
    const found = promotionOf(world, pick, 'running');
    if (!found) return [];
    const promotion = sampleName(found.stage, found.n);
    const index = pick([0, STEPS - 1]);
    return [
      entryOf('step.intended', { promotion, index, intent: { push: 'main' } }),
      entryOf('step.waiting', {
        promotion,
        index,
        message: 'soon',
        error: pick([true, false]),
      }),
      entryOf('step.finished', {
        promotion,
        index,
        status: 'Succeeded',
        output: { odd: -0, text: '\u0000\ud83d' },
      }),
    ].slice(pick([0, 1, 2]));
  },
  (world, pick) => {
    const found = promotionOf(world, pick, 'running');
    if (!found) return [];
    const promotion = sampleName(found.stage, found.n);
    return [
      entryOf('promotion.pinned', {
        promotion,
        inputs: { 'git:x#main': `${world.clock}` },
      }),
      entryOf('promotion.rewound', {
        promotion,
        steps: [0, 1],
        inputs: { 'git:x#main': 'new' },
        because: 'head moved',
      }),
      entryOf('promotion.asked', {
        promotion,
        step: 1,
        text: 'did it happen?',
      }),
    ].slice(pick([0, 1, 2]));
  },
  (world, pick) => {
    const found = promotionOf(world, pick, 'running');
    if (!found) return [];
    found.phase = 'ended';
    const phase = pick(['Succeeded', 'Failed', 'Aborted'] as const);
    const freight =
      phase === 'Failed'
        ? []
        : [sampleFreight(found.n).name, sampleFreight(pick([1, 2])).name];
    const promotion = sampleName(found.stage, found.n);
    return [
      entryOf('promotion.finished', {
        promotion,
        stage: found.stage,
        phase,
        message: 'over',
        freight,
      }),
    ];
  },
  (_, pick) => [
    entryOf(
      'freight.waived',
      { freight: sampleFreight(1).name, stage: pick(STAGES) },
      { reason: 'urgent' },
    ),
  ],
  (world, pick) => {
    if (world.freight === 0) return [];
    const freight = sampleFreight(pick([1, world.freight])).name;
    return [
      entryOf('freight.quarantined', { freight }, { reason: 'leaks' }),
      entryOf('freight.quarantineLifted', { freight }, { reason: 'mistake' }),
    ].slice(pick([0, 1]), pick([1, 2]));
  },
  (world, pick) => {
    if (world.freight === 0) return [];
    const freight = sampleFreight(world.freight).name;
    const alias = pick(['proud-otter', 'swift-wren', '__proto__']);
    const before =
      world.alias.get(freight) ?? sampleFreight(world.freight).alias;
    world.alias.set(freight, alias);
    return [entryOf('freight.aliasSet', { freight, alias, before })];
  },
  (world, pick) => {
    const values = { [pick(['ticket', '__proto__'])]: { n: world.clock } };
    const stage = pick(STAGES);
    if (world.freight === 0)
      return [entryOf('stage.metadataSet', { stage, values })];
    const freight = sampleFreight(pick([1, world.freight])).name;
    return [
      entryOf('freight.metadataSet', { freight, values }),
      entryOf('stage.metadataSet', { stage, values }),
    ].slice(pick([0, 1]));
  },
  (world, pick) => {
    const found = promotionOf(world, pick, 'running');
    if (!found) return [];
    found.phase = 'waiting';
    return [
      entryOf('promotion.changed', {
        promotion: sampleName(found.stage, found.n),
        stage: found.stage,
        steps: [0, 1],
        digest: `d${world.clock}`,
        effects: [],
        inputs: {},
        differences: ['values.yaml differs'],
      }),
    ];
  },
  (_, pick) => [
    entryOf('hold.set', {
      stage: pick(STAGES),
      origin: pick(['Warehouse/web', '__proto__']),
    }),
  ],
  (_, pick) => [
    entryOf('hold.released', { stage: pick(STAGES), origin: 'Warehouse/web' }),
  ],
  (world, pick) => {
    if (world.freight === 0) return [];
    const n = world.promotions.length + 1;
    const stage = pick(STAGES);
    world.promotions.push({ n, stage, phase: 'waiting', approvedBy: [] });
    const rollback = {
      of: sampleName(stage, pick([1, n])),
      out: sampleFreight(1).name,
      because: pick(['person', 'verification'] as const),
      badSince: second(n),
    };
    return [requested(stage, n, { intent: 'hold', rollback })];
  },
  (world, pick) => {
    const stage = pick(STAGES);
    const of = sampleName(stage, 1);
    const skipped = entryOf(
      'rollback.skipped',
      { stage, of, verification: pick([undefined, 'v1']) },
      { reason: 'nothing to go back to' },
    );
    const promotion = world.promotions.at(-1);
    if (!promotion) return [skipped];
    const restored = entryOf('promotion.restored', {
      promotion: sampleName(promotion.stage, promotion.n),
      stage: promotion.stage,
      badSince: second(1),
      afterMs: 1000,
    });
    return [skipped, restored].slice(pick([0, 1]));
  },
  (world, pick) => calendarEntries(`c${world.clock}`, pick([1, 2])),
  (_, pick) => {
    const rollout = { cluster: 'eu', namespace: 'shop', name: 'web' };
    const asked = { stage: pick(STAGES), rollout, act: 'abort' };
    return [
      entryOf('rollout.asked', asked, { reason: 'too slow' }),
      entryOf('rollout.failed', asked, { reason: 'the cluster is away' }),
    ].slice(pick([0, 1]));
  },
  () => [entryOf('denied', { operation: 'promote' })],
];

/**
 * Commits that could have happened: each number chooses what comes next out of what is possible. A few numbers give
 * few commits, so that whoever draws them at random can shrink what fails.
 */
export function randomCommits(choices: number[]): NewEntry[][] {
  const world: World = {
    freight: 0,
    promotions: [],
    clock: 0,
    alias: new Map(),
  };
  const commits = choices.map(choice => {
    let rest = Math.abs(Math.trunc(choice));
    const pick: Pick = from => {
      const chosen = from[rest % from.length];
      rest = Math.floor(rest / from.length);
      return chosen;
    };
    world.clock += 1;
    return pick(MOVES)(world, pick).map(entry => ({
      ...entry,
      at: second(world.clock),
    }));
  });
  return commits.filter(entries => entries.length > 0);
}
