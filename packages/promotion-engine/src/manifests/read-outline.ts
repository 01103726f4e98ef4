import { ManifestFile, ReadOptions } from './options';
import { parseDocuments } from './parse-documents';
import { projectName } from './project-name';
import { readDocument } from './read-document';
import { ReadResult, toDefinition, toProject } from './read-manifests';

/**
 * The pipeline of manifests that a Kargo runs and has judged. Only what cannot be read is a problem; what would keep
 * it from running here (a step that is not known, a task that is not there) is none. Never throws.
 */
export function readOutline(
  files: readonly ManifestFile[],
  options: ReadOptions,
): ReadResult {
  const { documents, problems } = parseDocuments(files);
  const manifests = documents.map(document => ({
    document,
    content: readDocument(document, options),
  }));
  for (const { document, content } of manifests) {
    const { stage, warehouse, findings } = content;
    const isShown = document.kind === 'Stage' || document.kind === 'Warehouse';
    if (isShown && !stage && !warehouse)
      problems.push(...findings.map(finding => document.problem(finding)));
  }
  const { name } = projectName(documents, { fallback: options.projectName });
  if (problems.length > 0 || name === undefined) return { problems };
  return {
    problems,
    project: toProject(name, toDefinition(manifests, options)),
  };
}
