import { readFile } from 'node:fs/promises';
import {
  Artifacts,
  Freight,
  freightId,
  Project,
  readFreightManifests,
  Subscription,
  Warehouse,
} from '@stevedore/promotion-engine';

/**
 * The freight that words mean: a file with Freight manifests, or artifacts such as `ghcr.io/acme/web:1.2.3` and
 * `https://host/repo#<commit>`, each given to the warehouse that subscribes to it.
 * @throws Error with one sentence for a word that means nothing in this definition
 */
export async function assembleFreight(
  project: Project,
  words: string[],
  at: string,
): Promise<[Freight, ...Freight[]]> {
  const found: Freight[] = [];
  const byWarehouse = new Map<string, Artifacts>();
  for (const word of words) {
    const text = await readFile(word, 'utf8').catch(() => undefined);
    if (text === undefined) addArtifact(project, word, byWarehouse);
    else found.push(...freightIn(word, text, at));
  }
  for (const [name, artifacts] of byWarehouse) {
    const origin = { kind: 'Warehouse' as const, name };
    found.push({
      name: freightId(origin, artifacts),
      alias: '',
      origin,
      discoveredAt: at,
      createdBy: '',
      ...artifacts,
    });
  }
  const [first, ...others] = found;
  if (!first) throw new Error(`${words.join(', ')} holds no Freight.`);
  return [first, ...others];
}

function freightIn(name: string, text: string, at: string): Freight[] {
  const { freight, problems } = readFreightManifests([{ name, text }], at);
  const [wrong] = problems;
  if (!wrong) return freight;
  const { line = 1, column = 1 } = wrong.position ?? {};
  throw new Error(`${name}:${line}:${column}: ${wrong.message}`);
}

function addArtifact(
  project: Project,
  word: string,
  byWarehouse: Map<string, Artifacts>,
): void {
  for (const warehouse of project.warehouses) {
    const before = byWarehouse.get(warehouse.name) ?? NOTHING;
    const after = withArtifact(warehouse, word, before);
    if (after) {
      byWarehouse.set(warehouse.name, after);
      return;
    }
  }
  const known = project.warehouses.flatMap(({ subscriptions }) =>
    subscriptions.map(repositoryOf),
  );
  throw new Error(
    `${word} is no file, and no artifact of this definition; artifacts are of ${known.join(
      ', ',
    )}.`,
  );
}

const NOTHING: Artifacts = {
  commits: [],
  images: [],
  charts: [],
  artifacts: [],
};

function repositoryOf(subscription: Subscription): string {
  if ('image' in subscription) return `${subscription.image.repoURL}:<tag>`;
  if ('git' in subscription) return `${subscription.git.repoURL}#<commit>`;
  const { repoURL, name } = subscription.chart;
  return `${[repoURL, name].filter(Boolean).join('/')}:<version>`;
}

function withArtifact(
  { subscriptions }: Warehouse,
  word: string,
  before: Artifacts,
): Artifacts | undefined {
  for (const subscription of subscriptions) {
    const named = subscription.name
      ? { subscriptionName: subscription.name }
      : {};
    if ('image' in subscription) {
      const { repoURL } = subscription.image;
      const version = rest(word, `${repoURL}:`);
      if (version) {
        const [tag, digest = ''] = version.split('@');
        const image = { repoURL, tag, digest, ...named };
        return { ...before, images: [...before.images, image] };
      }
    } else if ('git' in subscription) {
      const { repoURL } = subscription.git;
      const id = rest(word, `${repoURL}#`);
      if (id)
        return {
          ...before,
          commits: [...before.commits, { repoURL, id, ...named }],
        };
    } else {
      const { repoURL, name } = subscription.chart;
      const version = rest(
        word,
        `${[repoURL, name].filter(Boolean).join('/')}:`,
      );
      if (version)
        return {
          ...before,
          charts: [...before.charts, { repoURL, name, version, ...named }],
        };
    }
  }
  return undefined;
}

function rest(word: string, beginning: string): string | undefined {
  return word.startsWith(beginning) ? word.slice(beginning.length) : undefined;
}
