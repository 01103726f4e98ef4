import { Page, Route } from '@playwright/test';

/** How many freight the first read brings, as the backend's own. */
const FIRST = 25;

/** A pipeline of any size, in the shapes of plugins/stevedore-backend's openapi.yaml. */
export function largePipeline(size: { stages: number; freight: number }) {
  const stages = range(size.stages).map(index => `stage-${index + 1}`);
  const freight = range(size.freight)
    .reverse()
    .map(index => freightOf(index, stages));
  const pages = new Map<number, number>();
  const pageFrom = (start: number, limit: number) => {
    const items = freight.slice(start, start + limit);
    pages.set(start, items.length);
    const end = start + items.length;
    return { items, ...(end < freight.length ? { next: String(end) } : {}) };
  };
  return {
    /** Where every page began that was read, and how long it was; one that was read again is one. */
    pages,
    async answer(page: Page) {
      await page.route('**/api/stevedore/pipelines/**', (route: Route) =>
        route.fulfill({ json: pipelineOf(stages, pageFrom(0, FIRST)) }),
      );
      await page.route(
        '**/api/stevedore/projects/*/freight*',
        (route: Route) => {
          const { searchParams } = new URL(route.request().url());
          const start = Number(searchParams.get('after') ?? 0);
          const limit = Number(searchParams.get('limit') ?? FIRST);
          return route.fulfill({ json: pageFrom(start, limit) });
        },
      );
    },
  };
}

function pipelineOf(stages: string[], freight: unknown) {
  return {
    project: 'large',
    entityRef: 'component:default/web',
    provenance: 'annotations',
    stages: stages.map((name, index) => ({
      name,
      edges: [
        index === 0
          ? { from: 'web', kind: 'warehouse', requiredSoakMs: 0 }
          : { from: stages[index - 1], kind: 'stage', requiredSoakMs: 0 },
      ],
      autoPromotion: index === 0,
      controlFlow: false,
      health: 'healthy',
      here: [],
      holds: [],
      queued: 0,
      may: {},
    })),
    warehouses: [
      {
        name: 'web',
        origin: 'Warehouse/web',
        intervalMs: 2000,
        watches: ['localhost/acme/web'],
        checkedAt: '2026-11-01T00:00:00Z',
        may: {},
      },
    ],
    problems: [],
    needsMe: [],
    freight,
  };
}

function freightOf(index: number, stages: string[]) {
  return {
    name: index.toString(16).padStart(40, '0'),
    alias: `calm-otter-${index}`,
    origin: 'Warehouse/web',
    versions: [
      { kind: 'image', source: 'localhost/acme/web', version: `9.0.${index}` },
    ],
    discoveredAt: new Date(Date.UTC(2026, 9, 1, index)).toISOString(),
    createdBy: 'warehouse:web',
    cells: stages.map(stage => ({
      stage,
      state: 'blocked',
      sentence: 'needs the stage before',
      mayEnter: false,
      gates: [],
    })),
  };
}

function range(length: number): number[] {
  return Array.from({ length }, (_, index) => index);
}
