import { Finding, ManifestDocument } from '../document';
import { KARGO_API, KARGO_KINDS } from '../known-kinds';
import { ReadOptions } from '../options';
import { DocumentContent } from '../read-document';
import { Cluster } from './cluster';
import { admittedFreight, freightFindings } from './freight';
import { namespaceFindings } from './namespace';
import { promotionFindings } from './promotion';

export interface ReadManifest {
  document: ManifestDocument;
  content: DocumentContent;
}

/**
 * What Kargo's admission would say to the manifests beside what is wrong with each alone: each is created in the order
 * of its kind, and those that were refused are not there for later ones. Findings are in the order of `manifests`.
 */
export function admissionFindings(
  manifests: readonly ReadManifest[],
  options: Pick<ReadOptions, 'projectName'>,
): Finding[][] {
  const cluster = new Cluster();
  const found = new Map<ReadManifest, Finding[]>();
  for (const manifest of inOrderOfKind(manifests)) {
    const { document, content } = manifest;
    const findings =
      document.apiVersion === KARGO_API
        ? [
            ...namespaceFindings(document, options.projectName),
            ...contentFindings(cluster, manifest),
          ]
        : [];
    found.set(manifest, findings);
    if (![...content.findings, ...findings].some(isRefusal)) {
      add(cluster, manifest);
    }
  }
  return manifests.map(manifest => found.get(manifest) ?? []);
}

function isRefusal({ verdict, severity }: Finding): boolean {
  return verdict === 'admission' && severity !== 'warning';
}

function inOrderOfKind(manifests: readonly ReadManifest[]): ReadManifest[] {
  const rank = ({ document }: ReadManifest) =>
    KARGO_KINDS.indexOf(document.kind);
  return [...manifests].sort((left, right) => rank(left) - rank(right));
}

function contentFindings(
  cluster: Cluster,
  { document, content }: ReadManifest,
): Finding[] {
  const { freight, promotion } = content;
  const namespace = document.namespace ?? '';
  return [
    ...(freight ? freightFindings(cluster, { namespace, freight }) : []),
    ...(promotion ? promotionFindings(cluster, { namespace, promotion }) : []),
  ];
}

function add(cluster: Cluster, { document, content }: ReadManifest): void {
  const namespace = document.namespace ?? '';
  const { warehouse, stage, task, freight } = content;
  if (warehouse) cluster.addWarehouse(namespace, warehouse);
  if (stage) cluster.addStage(namespace, stage);
  if (task) cluster.addTask(namespace, task);
  if (freight) cluster.addFreight(namespace, admittedFreight(freight));
}
