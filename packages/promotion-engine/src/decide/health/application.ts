/** An Argo CD Application, as far as its health is concerned (argoproj.io/v1alpha1). */
export interface Application {
  metadata: { name: string; namespace: string };
  /** A sync that was asked for and has not begun. */
  operation?: { sync?: unknown };
  spec?: { source?: ApplicationSource; sources?: ApplicationSource[] };
  status?: {
    health?: { status?: string };
    /** RFC 3339. */
    reconciledAt?: string;
    operationState?: { phase?: string; finishedAt?: string };
    conditions?: { type: string; message: string }[];
    sync?: { status?: string; revision?: string; revisions?: string[] };
  };
}

export interface ApplicationSource {
  repoURL: string;
  chart?: string;
}

/** What a promotion expects of an Application: Kargo's health check of `argocd-update`. */
export interface ApplicationCheck {
  name: string;
  /** Where Argo CD runs, unless it says otherwise: `argocd`. */
  namespace?: string;
  /** One for each source; an empty one expects nothing. */
  desiredRevisions?: string[];
}

/** Sources of an Application, whichever way it names them. */
export function sourcesOf({ spec }: Application): ApplicationSource[] {
  if (spec?.sources?.length) return spec.sources;
  return spec?.source ? [spec.source] : [];
}

/** The revisions it is at, one for each source. */
export function observedRevisions({ status }: Application): string[] {
  const { revision, revisions } = status?.sync ?? {};
  return revisions?.length ? revisions : [revision ?? ''];
}
