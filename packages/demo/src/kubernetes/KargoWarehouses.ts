import { createHash } from 'node:crypto';
import { Informer } from './Informer';
import { Freight, KargoImage } from './kargoStatus';
import { FREIGHT, KubernetesObject, WAREHOUSE } from './kinds';
import { KubernetesClient } from './KubernetesClient';
import { now } from './now';
import { Turns } from './Turns';

const REFRESH = 'kargo.akuity.io/refresh';
const ALIAS = 'kargo.akuity.io/alias';
/** Of one image, tags of which are 1.x.y: all that the demo's warehouse subscribes to. */
const TAGS = /^1\.\d+\.\d+$/;

/** Between two times that it says when it looked. */
const SAID_MILLISECONDS = 30_000;

const ADJECTIVES = ['brisk', 'calm', 'fond', 'keen', 'lucid', 'merry'];
const ANIMALS = ['auk', 'crane', 'dunlin', 'gannet', 'heron', 'puffin'];

type Warehouse = KubernetesObject & {
  spec?: { subscriptions?: { image?: { repoURL: string } }[] };
  status?: {
    lastHandledRefresh?: string;
    discoveredArtifacts?: {
      discoveredAt: string;
      images: { references: unknown[] }[];
    };
  };
};

export interface KargoWarehousesOptions {
  readonly client: KubernetesClient;
  /** For example `http://localhost:5055`. */
  readonly registry: string;
  /** Between two looks at the registry that nobody asked for. Default 2000. */
  readonly pollMilliseconds?: number;
}

/** Plays the controller of Kargo that finds images, and makes freight of the newest one. */
export class KargoWarehouses {
  private readonly informer: Informer<Warehouse>;
  private readonly turns: Turns;
  private timer?: NodeJS.Timeout;

  constructor(private readonly options: KargoWarehousesOptions) {
    this.informer = new Informer(options.client, WAREHOUSE);
    this.turns = new Turns(key => this.look(key));
    this.informer.onChange(warehouse => {
      const asked = warehouse.metadata.annotations?.[REFRESH];
      const { lastHandledRefresh, discoveredArtifacts } =
        warehouse.status ?? {};
      if (!discoveredArtifacts || asked !== lastHandledRefresh)
        this.ask(warehouse);
    });
  }

  async start(): Promise<void> {
    await this.informer.start();
    const { pollMilliseconds = 2_000 } = this.options;
    this.timer = setInterval(() => {
      this.informer.all().forEach(each => this.ask(each));
    }, pollMilliseconds);
  }

  async stop(): Promise<void> {
    clearInterval(this.timer);
    await this.informer.stop();
    await this.turns.stop();
  }

  private ask({ metadata: { namespace, name } }: Warehouse): void {
    this.turns.ask(`${namespace}/${name}`);
  }

  private async look(key: string): Promise<void> {
    const [namespace, name] = key.split('/');
    const warehouse = this.informer.get({ namespace, name });
    const repoURL = warehouse?.spec?.subscriptions?.[0]?.image?.repoURL;
    if (!warehouse || !repoURL) return;
    const tags = await this.tagsOf(repoURL);
    const refresh = warehouse.metadata.annotations?.[REFRESH];
    const isAsked = refresh !== warehouse.status?.lastHandledRefresh;
    if (!isAsked && isKnown(tags, warehouse)) return;
    const references = await Promise.all(
      tags.map(tag => this.referenceOf(repoURL, tag)),
    );
    const [newest] = references;
    if (newest)
      await this.options.client.create(
        FREIGHT,
        freightOf(warehouse, { repoURL, ...newest }),
      );
    await this.report(warehouse, { repoURL, references });
  }

  private async report(
    { metadata }: Warehouse,
    image: { repoURL: string; references: object[] },
  ): Promise<void> {
    const { client, kind } = this.informer;
    const healthy = {
      ...{ type: 'Healthy', status: 'True', reason: 'ArtifactsDiscovered' },
      message: 'Successfully discovered artifacts',
    };
    const status = {
      lastHandledRefresh: metadata.annotations?.[REFRESH],
      conditions: [{ ...healthy, lastTransitionTime: now() }],
      discoveredArtifacts: { discoveredAt: now(), images: [image] },
    };
    this.informer.put(await client.report(kind, metadata, status));
  }

  /** Newest first. */
  private async tagsOf(repoURL: string): Promise<string[]> {
    const response = await this.get(repoURL, 'tags/list');
    const { tags }: { tags: string[] } = await response.json();
    return tags
      .filter(tag => TAGS.test(tag))
      .sort((a, b) => b.localeCompare(a, 'en', { numeric: true }));
  }

  private async referenceOf(repoURL: string, tag: string) {
    const response = await this.get(repoURL, `manifests/${tag}`);
    return { tag, digest: response.headers.get('docker-content-digest') ?? '' };
  }

  /** @throws Error when the registry does not answer: it is asked again */
  private async get(repoURL: string, path: string): Promise<Response> {
    const repository = repoURL.slice(repoURL.indexOf('/') + 1);
    const url = `${this.options.registry}/v2/${repository}/${path}`;
    const response = await fetch(url);
    if (!response.ok) throw new Error(`${url}: ${response.status}`);
    return response;
  }
}

/** Nothing is new, and that was said not long ago. */
function isKnown(tags: readonly string[], { status }: Warehouse): boolean {
  const { discoveredAt = '', images = [] } = status?.discoveredArtifacts ?? {};
  const count = images[0]?.references.length;
  const age = Date.now() - Date.parse(discoveredAt);
  return count === tags.length && age < SAID_MILLISECONDS;
}

/** Its name follows from what is in it, so the same is never made twice. */
function freightOf({ metadata }: Warehouse, image: KargoImage): Freight {
  const { namespace, name } = metadata;
  const origin = { kind: 'Warehouse', name };
  const hash = createHash('sha1').update(JSON.stringify([origin, image]));
  const id = hash.digest('hex');
  const pick = (words: readonly string[], at: number) =>
    words[parseInt(id.slice(at, at + 4), 16) % words.length];
  const alias = `${pick(ADJECTIVES, 0)}-${pick(ANIMALS, 4)}`;
  return {
    metadata: { namespace, name: id, labels: { [ALIAS]: alias } },
    ...{ alias, origin, discoveredAt: now(), images: [image] },
  };
}
