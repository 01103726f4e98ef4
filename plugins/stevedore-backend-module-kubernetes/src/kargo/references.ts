import { KargoObject } from './kargoKinds';

/** Names of what a Stage or a template refers to; `inCluster`: the kind that is in no namespace. */
export interface Reference {
  name: string;
  inCluster: boolean;
}

/** What the API server let in, as far as it has the shape that is looked for. */
interface Stage {
  promotionTemplate?: {
    spec?: { steps?: { task?: { name?: string; kind?: string } }[] };
  };
  verification?: { analysisTemplates?: { name?: string; kind?: string }[] };
}

/** The tasks in the steps of a Stage (Kargo: PromotionTaskReference). */
export function tasksOf({ spec }: KargoObject): Reference[] {
  const { steps } = (spec as Stage)?.promotionTemplate?.spec ?? {};
  return (steps ?? []).flatMap(({ task }) =>
    reference(task?.name, task?.kind === 'ClusterPromotionTask'),
  );
}

/** The templates that a Stage verifies with (Kargo: AnalysisTemplateReference). */
export function templatesOfStage({ spec }: KargoObject): Reference[] {
  const { analysisTemplates } = (spec as Stage)?.verification ?? {};
  return (analysisTemplates ?? []).flatMap(({ name, kind }) =>
    reference(name, kind === 'ClusterAnalysisTemplate'),
  );
}

/** The templates that a template is merged with (Argo: AnalysisTemplateRef). */
export function templatesOfTemplate({ spec }: KargoObject): Reference[] {
  const { templates } = (spec ?? {}) as {
    templates?: { templateName?: string; clusterScope?: boolean }[];
  };
  return (templates ?? []).flatMap(({ templateName, clusterScope }) =>
    reference(templateName, clusterScope === true),
  );
}

const reference = (name: string | undefined, inCluster: boolean): Reference[] =>
  name ? [{ name, inCluster }] : [];
