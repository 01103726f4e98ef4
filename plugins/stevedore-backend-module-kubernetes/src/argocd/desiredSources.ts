import { ArgocdUpdateConfig, normalizeGit } from '@stevedore/promotion-engine';
import { Application, ApplicationSource, sourcesIn } from './application';

export type SourceUpdate = NonNullable<
  ArgocdUpdateConfig['apps'][number]['sources']
>[number];

export interface DesiredSources {
  sources: ApplicationSource[];
  /** One for each source, in order; empty where the step names none. */
  revisions: string[];
  /** Whether the Application has them like this already. */
  fit: boolean;
}

/** What the sources of an Application are to be. @returns a sentence when a configured source is not one of them */
export function desiredSources(
  application: Application,
  updates: readonly SourceUpdate[] = [],
): DesiredSources | string {
  const present = sourcesIn(application);
  const missing = updates.find(
    update => !present.some(source => isMeant(update, source)),
  );
  if (missing) {
    const chart = missing.chart ? ` with chart "${missing.chart}"` : '';
    return `it has no source ${missing.repoURL}${chart}; it has ${
      present.map(({ repoURL }) => repoURL).join(', ') || 'none'
    }`;
  }
  const sources = present.map(source =>
    updates.filter(update => isMeant(update, source)).reduce(updated, source),
  );
  const revisions = present.map(
    source =>
      updates.find(update => isMeant(update, source))?.desiredRevision ?? '',
  );
  return {
    sources,
    revisions,
    fit: JSON.stringify(sources) === JSON.stringify(present),
  };
}

/** One repository is one source, however its address is written; one of its charts is another. */
function isMeant(update: SourceUpdate, source: ApplicationSource): boolean {
  return (
    normalizeGit(update.repoURL) === normalizeGit(source.repoURL) &&
    (update.chart ?? '') === (source.chart ?? '')
  );
}

function updated(
  source: ApplicationSource,
  update: SourceUpdate,
): ApplicationSource {
  const changed = { ...source };
  if (update.updateTargetRevision)
    changed.targetRevision = update.desiredRevision;
  const images = update.kustomize?.images;
  if (images) {
    const before = source.kustomize?.images ?? [];
    changed.kustomize = {
      ...source.kustomize,
      images: images.map(imageText).reduce(withImage, before),
    };
  }
  if (update.helm) {
    const before = source.helm?.parameters ?? [];
    changed.helm = {
      ...source.helm,
      parameters: update.helm.images.reduce(
        (all, { key, value }) => withParameter(all, { name: key, value }),
        before,
      ),
    };
  }
  return changed;
}

/** As Argo CD writes an override of an image: `name[=newName][:tag|@digest]`. */
function imageText({
  repoURL,
  newName,
  tag,
  digest,
}: {
  repoURL: string;
  newName?: string;
  tag?: string;
  digest?: string;
}): string {
  const version = (tag && `:${tag}`) || (digest && `@${digest}`) || '';
  return `${repoURL}${newName ? `=${newName}` : ''}${version}`;
}

/** The name before `=`, or before the tag or digest. */
function imageName(text: string): string {
  const named = text.indexOf('=');
  if (named >= 0) return text.slice(0, named);
  const whole = text.split('@')[0];
  const colon = whole.lastIndexOf(':');
  return colon > whole.lastIndexOf('/') ? whole.slice(0, colon) : whole;
}

function withImage(images: string[], image: string): string[] {
  const at = images.findIndex(each => imageName(each) === imageName(image));
  return at < 0
    ? [...images, image]
    : images.map((each, index) => (index === at ? image : each));
}

function withParameter(
  parameters: { name: string; value: string }[],
  parameter: { name: string; value: string },
) {
  const at = parameters.findIndex(({ name }) => name === parameter.name);
  return at < 0
    ? [...parameters, parameter]
    : parameters.map((each, index) =>
        index === at ? { ...each, ...parameter } : each,
      );
}
