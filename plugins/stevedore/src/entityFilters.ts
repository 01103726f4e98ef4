import { FilterPredicate } from '@backstage/filter-predicates';

/** Entities that say they have a pipeline; data, so that an app's config can show and replace it. */
export const hasPipelineAnnotation: FilterPredicate = {
  $any: [
    { 'metadata.annotations.stevedore.dev/stages': { $exists: true } },
    { 'metadata.annotations.stevedore.dev/pipeline': { $exists: true } },
    { 'metadata.annotations.stevedore.dev/kargo-project': { $exists: true } },
    { 'metadata.annotations.stevedore.dev/kargo': { $exists: true } },
    { 'metadata.annotations.stevedore.dev/project': { $exists: true } },
  ],
};

/** Those, and components, whose tab says how to start a pipeline. */
export const couldHavePipeline: FilterPredicate = {
  $any: [{ kind: 'component' }, hasPipelineAnnotation],
};
