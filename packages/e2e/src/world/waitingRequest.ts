import { expect } from '@playwright/test';
import { World } from './test';

/** The part of GET /pipelines that is read here. */
interface Pipeline {
  project: string;
  stages: { name: string; here: { alias: string }[] }[];
  needsMe: { name: string }[];
  freight: {
    items: {
      name: string;
      versions: { version: string }[];
      cells: { stage: string; state: string; mayEnter: boolean }[];
    }[];
  };
}

/**
 * Releases `version` of the component, lets ada promote staging and rhea ask for prod.
 *
 * @returns The name of the promotion that waits for approvals.
 */
export async function waitingRequest(
  { release, ask }: Pick<World, 'release' | 'ask'>,
  component: string,
  version: string,
): Promise<string> {
  const pipeline = () =>
    ask<Pipeline>('alex', `/pipelines/component/default/${component}`);
  const may = async (stage: string) => {
    const { freight } = await pipeline();
    const item = freight.items.find(({ versions }) =>
      versions.some(each => each.version === version),
    );
    return item?.cells.find(cell => cell.stage === stage)?.mayEnter
      ? item.name
      : undefined;
  };
  await release(version, component);
  await expect.poll(() => may('staging')).toBeDefined();
  const { project } = await pipeline();
  const freight = await may('staging');
  await ask('ada', `/projects/${project}/promotions`, {
    stage: 'staging',
    freight,
  });
  await expect.poll(() => may('prod')).toBeDefined();
  const asked = await ask<{ name: string }>(
    'rhea',
    `/projects/${project}/promotions`,
    { stage: 'prod', freight, reason: 'the release of this week' },
  );
  return asked.name;
}
