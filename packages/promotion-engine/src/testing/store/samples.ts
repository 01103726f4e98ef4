import { Freight, freightReference } from '../../model/freight';
import { NewEntry, Verb } from '../../model/ledger';
import { PromotionRequest } from '../../model/promotion';
import { RowKey } from '../../model/rows';
import { Commit } from '../../ports/store';

type Of<V extends Verb> = Extract<NewEntry, { verb: V }>;

/** An ISO time, so many seconds into a fixed day. */
export const second = (seconds: number): string =>
  new Date(Date.UTC(2026, 0, 1) + seconds * 1000).toISOString();

/** An entry with everything that is not said filled in. */
export function entryOf<V extends Verb>(
  verb: V,
  data: Of<V>['data'],
  rest: Partial<NewEntry> = {},
): NewEntry {
  return {
    verb,
    data,
    actor: 'user:default/ada',
    at: second(0),
    subject: 'project:shop',
    ...rest,
  } as NewEntry;
}

export function commitOf(
  project: string,
  entries: NewEntry[],
  expect: (RowKey & { version: number })[] = [],
): Commit {
  return { project, entries, expect };
}

/** Freight number n; what is found later has the higher number. */
export function sampleFreight(
  n: number,
  change: Partial<Freight> = {},
): Freight {
  const tag = `1.${n}.0`;
  return {
    name: `${n}`.padStart(4, '0').padEnd(40, 'ab'),
    alias: `brave-tortoise-${n}`,
    origin: { kind: 'Warehouse', name: 'web' },
    discoveredAt: second(n),
    createdBy: 'component:warehouse',
    commits: [],
    images: [{ repoURL: 'ghcr.io/acme/web', tag, digest: `sha256:${n}` }],
    charts: [],
    artifacts: [],
    ...change,
  };
}

/** `<stage>.<ulid>.<freight[0..7]>` whose ULID sorts by `n`. */
export function sampleName(stage: string, n: number): string {
  return `${stage}.01k0${`${n}`.padStart(22, '0')}.abc1234`;
}

export function sampleRequest(
  stage: string,
  n: number,
  change: Partial<PromotionRequest> = {},
): PromotionRequest {
  const freight = freightReference(sampleFreight(n));
  return {
    name: sampleName(stage, n),
    stage,
    freight,
    collection: { id: `c${n}`, items: { 'Warehouse/web': freight } },
    steps: [
      { uses: 'git-clone', as: 'clone', config: {} },
      { uses: 'git-push', as: 'push', config: {} },
    ] as PromotionRequest['steps'],
    vars: [],
    pins: { now: second(n), seed: `${n}`.padStart(32, '0'), inputs: {} },
    effects: [],
    automatic: true,
    approvals: [],
    ...change,
  };
}

export const requested = (
  stage: string,
  n: number,
  change: Partial<PromotionRequest> = {},
): NewEntry =>
  entryOf(
    'promotion.requested',
    { request: sampleRequest(stage, n, change) },
    { at: second(n) },
  );

/** The entries of a promotion from its start to its end. */
export function ran(
  stage: string,
  n: number,
  phase: 'Failed' | 'Succeeded' = 'Succeeded',
): NewEntry[] {
  const promotion = sampleName(stage, n);
  const at = second(n);
  const freight = phase === 'Succeeded' ? [sampleFreight(n).name] : [];
  return [
    entryOf('promotion.started', { promotion, stage }, { at }),
    entryOf(
      'step.finished',
      {
        promotion,
        index: 0,
        status: 'Succeeded',
        output: { head: `head-${n}` },
      },
      { at },
    ),
    entryOf(
      'promotion.finished',
      { promotion, stage, phase, message: 'done', freight },
      { at },
    ),
  ];
}

export const freightFound = (
  n: number,
  change: Partial<Freight> = {},
): NewEntry =>
  entryOf(
    'freight.created',
    { freight: sampleFreight(n, change) },
    { actor: 'component:warehouse', at: second(n) },
  );

export const definitionAccepted = (
  entityRef = 'component:default/shop',
  digest = 'd1',
): NewEntry =>
  entryOf('definition.accepted', {
    entityRef,
    files: [{ name: 'pipeline.yaml', text: 'kind: Project' }],
    digest,
    provenance: 'annotations',
  });
