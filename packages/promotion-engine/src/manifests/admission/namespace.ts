import { Finding, ManifestDocument } from '../document';

const OF_THE_CLUSTER: readonly string[] = [
  'Project',
  'ClusterConfig',
  'ClusterPromotionTask',
];

/** A manifest without a namespace goes to `default`, which is no Project's; inside a definition its project is meant. */
export function namespaceFindings(
  document: ManifestDocument,
  projectName?: string,
): Finding[] {
  const { kind, namespace } = document;
  if (OF_THE_CLUSTER.includes(kind) || !hasReadableNamespace(document))
    return [];
  if (namespace === undefined && projectName !== undefined) return [];
  if (namespace !== undefined && namespace !== 'default') return [];
  return [
    {
      path: ['metadata', 'namespace'],
      verdict: 'admission',
      message:
        namespace === undefined
          ? `${document.label} names no namespace, and default belongs to no Project.`
          : 'The namespace default belongs to no Project.',
      cure: 'Write namespace: and the name of the Project.',
    },
  ];
}

/** One that is no text is told as such. */
function hasReadableNamespace({ value }: ManifestDocument): boolean {
  const metadata = value.metadata as { namespace?: unknown } | undefined;
  const namespace = metadata?.namespace;
  return namespace === undefined || typeof namespace === 'string';
}
