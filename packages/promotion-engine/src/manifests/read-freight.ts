import { freightId } from '../decide/freightId';
import { Problem } from '../model/definition';
import { Freight } from '../model/freight';
import { readFreight } from './documents/freight';
import { KARGO_API } from './known-kinds';
import { ManifestFile } from './options';
import { parseDocuments } from './parse-documents';

/** The Freight manifests of some files, named by their content. Never throws. */
export function readFreightManifests(
  files: readonly ManifestFile[],
  discoveredAt: string,
): { freight: Freight[]; problems: Problem[] } {
  const { documents, problems } = parseDocuments(files);
  const freight: Freight[] = [];
  for (const document of documents) {
    if (document.apiVersion === KARGO_API && document.kind === 'Freight') {
      const read = readFreight(document);
      problems.push(...read.findings.map(finding => document.problem(finding)));
      if (read.freight) {
        const { alias, origin, artifacts } = read.freight;
        freight.push({
          name: freightId(origin, artifacts),
          alias,
          origin,
          discoveredAt: read.freight.discoveredAt ?? discoveredAt,
          createdBy: '',
          ...artifacts,
        });
      }
    }
  }
  return { freight, problems };
}
