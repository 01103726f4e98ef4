import picomatch from 'picomatch';
import { Asker, objectRefusal } from '../authorization/objectRefusal';
import { ArgoCdConfig } from '../config/readKubernetesConfig';
import { Cluster, ObjectRef } from '../watch/Cluster';
import { Clusters } from '../watch/Clusters';
import { LabelSelector } from '../watch/matchesSelector';
import { Interest } from '../watch/Interests';
import { Application, APPLICATIONS, relevantText } from './application';

/** How a step names Applications. */
export interface ApplicationSelector {
  name?: string;
  namespace?: string;
  selector?: LabelSelector;
}

/** An Application of one of the control planes. */
export interface FoundApplication {
  cluster: Cluster;
  ref: ObjectRef;
  application: Application;
  /** Its page, where the address of its Argo CD is known. */
  link?: { url: string; label: string };
}

export type Finding =
  | { status: 'found'; applications: FoundApplication[] }
  /** Not now: a cluster cannot be seen. */
  | { status: 'unknown'; reason: string }
  /** Not there, or not for this stage. */
  | { status: 'refused'; reason: string };

/** Every Argo CD there is; a stage finds its Applications in those that are for it. */
export class ArgoCds {
  readonly clusters: Clusters;
  readonly #argocds: readonly ArgoCdConfig[];

  constructor(clusters: Clusters, argocds: readonly ArgoCdConfig[]) {
    this.clusters = clusters;
    this.#argocds = argocds;
  }

  /** The Applications that the stage may touch. Of several control planes exactly one may have a named one. */
  async find(
    asker: Asker,
    access: 'read' | 'write',
    wanted: ApplicationSelector,
  ): Promise<Finding> {
    const places = this.#placesOf(asker, wanted.namespace);
    if (places.length === 0)
      return {
        status: 'refused',
        reason: `no Argo CD is for stage ${asker.promotion.stage} of ${asker.promotion.project}: see stevedore.kubernetes.argocd`,
      };
    const seen = await Promise.all(places.map(place => look(place, wanted)));
    const candidates = seen.flatMap(each =>
      'applications' in each ? each.applications : [],
    );
    const unseen = seen.find(each => 'unknown' in each);
    const allowed: FoundApplication[] = [];
    let refusal: string | undefined;
    for (const candidate of candidates) {
      const { cluster, application: object } = candidate;
      const what = { cluster: cluster.name, kind: APPLICATIONS, object };
      const refused = await objectRefusal(asker, access, what);
      if (refused) refusal ??= refused;
      else allowed.push(candidate);
    }
    if (wanted.name !== undefined && allowed.length > 1) {
      const where = allowed.map(({ cluster }) => cluster.name).join(' and ');
      return {
        status: 'refused',
        reason: `Application "${wanted.name}" is in ${where}: say which is meant by the stages of stevedore.kubernetes.argocd`,
      };
    }
    // of a selection that is not wholly seen, a part must not stand for all
    const incomplete = unseen && (!wanted.name || allowed.length === 0);
    if (incomplete) return { status: 'unknown', reason: unseen.unknown };
    if (allowed.length > 0) return { status: 'found', applications: allowed };
    const missing = describe(wanted, places[0].namespace);
    return {
      status: 'refused',
      reason: refusal ?? `there is no ${missing}`,
    };
  }

  /** Looks again at one that was found before, as its cluster shows it now. */
  at(place: { cluster: string; namespace: string; name: string }) {
    const cluster = this.clusters.get(place.cluster);
    const ref = { kind: APPLICATIONS, ...place };
    const argocd = this.#argocds.find(
      each =>
        each.cluster === place.cluster && each.namespace === place.namespace,
    );
    const any = this.#argocds.find(each => each.cluster === place.cluster);
    return {
      cluster,
      ref,
      sight: () => cluster.see<Application>(ref),
      link: linkOf(argocd ?? any, place),
    };
  }

  /** Wakes once anything is different that decides how it goes on with these Applications. */
  follow(
    asker: Pick<Asker, 'promotion'>,
    wanted: readonly ApplicationSelector[],
    interest: Interest,
  ): void {
    const all = wanted.flatMap(each =>
      this.#placesOf(asker, each.namespace).map(place => ({ place, each })),
    );
    this.clusters.interests.whenDifferent(
      all.flatMap(({ place, each }) => topicsOf(place, each)),
      {
        ...interest,
        sight: () =>
          all.map(({ place, each }) => shownBy(place, each)).join('\n'),
      },
    );
  }

  #placesOf({ promotion }: Pick<Asker, 'promotion'>, namespace?: string) {
    const stage = `${promotion.project}:${promotion.stage}`;
    const places = this.#argocds
      .filter(({ stages }) => !stages || picomatch.isMatch(stage, stages))
      .map(argocd => ({
        argocd,
        cluster: this.clusters.get(argocd.cluster),
        namespace: namespace ?? argocd.namespace,
      }));
    // two control planes of one cluster look into the same namespace where a step names it
    return places.filter(
      (place, index) =>
        places.findIndex(
          each =>
            each.cluster === place.cluster &&
            each.namespace === place.namespace,
        ) === index,
    );
  }
}

interface Place {
  argocd: ArgoCdConfig;
  cluster: Cluster;
  namespace: string;
}

async function look(
  { argocd, cluster, namespace }: Place,
  { name, selector }: ApplicationSelector,
): Promise<{ applications: FoundApplication[] } | { unknown: string }> {
  const found = (application: Application): FoundApplication => ({
    cluster,
    application,
    ref: { kind: APPLICATIONS, namespace, name: application.metadata.name },
    link: linkOf(argocd, { namespace, name: application.metadata.name }),
  });
  if (name !== undefined) {
    const sight = await cluster.see<Application>({
      kind: APPLICATIONS,
      namespace,
      name,
    });
    if (sight.status === 'unknown') return { unknown: sight.reason };
    return {
      applications: sight.status === 'found' ? [found(sight.object)] : [],
    };
  }
  const selection = await cluster.select<Application>(
    APPLICATIONS,
    namespace,
    selector ?? {},
  );
  if (selection.status === 'unknown') return { unknown: selection.reason };
  return { applications: selection.objects.map(found) };
}

function topicsOf(
  { cluster, namespace }: Place,
  { name }: ApplicationSelector,
): string[] {
  return name === undefined
    ? cluster.topicsOfAll(APPLICATIONS, namespace)
    : cluster.topicsOf({ kind: APPLICATIONS, namespace, name });
}

function shownBy(
  { cluster, namespace }: Place,
  { name, selector = {} }: ApplicationSelector,
): string {
  if (name === undefined) {
    const all = cluster.peekAll<Application>(APPLICATIONS, namespace, selector);
    return all.status === 'known'
      ? all.objects.map(relevantText).join()
      : all.status;
  }
  const ref = { kind: APPLICATIONS, namespace, name };
  const sight = cluster.peek<Application>(ref);
  return sight.status === 'found' ? relevantText(sight.object) : sight.status;
}

function linkOf(
  argocd: ArgoCdConfig | undefined,
  { namespace, name }: { namespace: string; name: string },
) {
  if (!argocd?.url) return undefined;
  return {
    url: `${argocd.url}/applications/${encodeURIComponent(
      namespace,
    )}/${encodeURIComponent(name)}`,
    label: `${name} in Argo CD`,
  };
}

function describe(
  { name, selector }: ApplicationSelector,
  namespace: string,
): string {
  return name === undefined
    ? `Application in namespace "${namespace}" with ${JSON.stringify(selector)}`
    : `Application "${name}" in namespace "${namespace}"`;
}
