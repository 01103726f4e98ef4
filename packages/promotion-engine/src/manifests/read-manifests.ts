import { windowsOfProject } from '../decide/windows';
import { Problem, Project } from '../model/definition';
import { admissionFindings } from './admission/admit';
import { Definition, definitionChecks, orderStages, Sourced } from './checks';
import { ManifestDocument } from './document';
import { ManifestFile, ReadOptions } from './options';
import { parseDocuments } from './parse-documents';
import { withTargets } from './with-targets';
import { projectName } from './project-name';
import { templatesElsewhere } from './templates-elsewhere';
import { DocumentContent, readDocument } from './read-document';

export interface ReadResult {
  /** Present when no problem is an error: only a runnable definition goes live. */
  project?: Project;
  /** Both verdicts, `admission` and `runnable`, as each problem says. */
  problems: Problem[];
}

/** Kargo's manifests, in any number of files and any order, as one validated project. Never throws. */
export function readManifests(
  files: readonly ManifestFile[],
  options: ReadOptions,
): ReadResult {
  const { documents, problems } = parseDocuments(files);
  const elsewhere = templatesElsewhere(documents);
  const manifests = documents.map(document => ({
    document,
    content: readDocument(
      document,
      elsewhere.has(document) ? { ...options, verifiers: undefined } : options,
    ),
  }));
  const admission = admissionFindings(manifests, options);
  manifests.forEach(({ document, content }, index) => {
    for (const finding of [...content.findings, ...admission[index]]) {
      problems.push(document.problem(finding));
    }
  });
  const named = projectName(documents, {
    file: files[0]?.name,
    fallback: options.projectName,
  });
  problems.push(...named.problems);
  const definition = toDefinition(manifests, options);
  for (const { document, finding } of definitionChecks.flatMap(check =>
    check(definition),
  )) {
    problems.push(document.problem(finding));
  }
  const failed = problems.some(({ severity }) => severity === 'error');
  return {
    problems,
    ...(failed || named.name === undefined
      ? {}
      : { project: toProject(named.name, definition) }),
  };
}

type Manifest = { document: ManifestDocument; content: DocumentContent };

export function toDefinition(
  manifests: readonly Manifest[],
  options: ReadOptions,
): Definition {
  const collect = <T>(
    pick: (content: DocumentContent) => T | undefined,
  ): Sourced<T>[] =>
    manifests.flatMap(({ document, content }) => {
      const value = pick(content);
      return value === undefined ? [] : [{ value, document }];
    });
  return {
    warehouses: collect(({ warehouse }) => warehouse),
    stages: collect(({ stage }) => stage),
    templates: collect(({ template }) => template),
    tasks: collect(({ task }) => task),
    targets: collect(({ target }) => target),
    selections: collect(({ selection }) => selection),
    policies: manifests.flatMap(({ content }) => content.policies ?? []),
    windows: manifests.flatMap(({ document, content }) =>
      (content.windows ?? []).map((window, index) => ({
        window,
        document,
        path: ['spec', 'promotionWindows', index, 'stageSelector'],
      })),
    ),
    clusterWindows: manifests.flatMap(
      ({ content }) => content.clusterWindows ?? [],
    ),
    documents: manifests.map(({ document }) => document),
    options,
  };
}

export function toProject(name: string, definition: Definition): Project {
  const labels = labelsOf(definition);
  const subject = { name, labels };
  return {
    name,
    labels,
    warehouses: definition.warehouses.map(({ value }) => value),
    stages: orderStages(withTargets(definition)).ordered.map(
      ({ value }) => value,
    ),
    promotionPolicies: definition.policies.map(({ policy }) => policy),
    promotionWindows: [
      ...definition.windows.map(({ window }) => window),
      ...windowsOfProject(definition.clusterWindows, subject),
    ],
    analysisTemplates: definition.templates.map(({ value }) => value),
    tasks: definition.tasks.map(({ value }) => value),
  };
}

/** The shape of the Project document was checked with everything else. */
function labelsOf({ documents }: Definition): Record<string, string> {
  const project = documents.find(({ kind }) => kind === 'Project');
  const { labels } = (project?.value.metadata ?? {}) as {
    labels?: Record<string, string>;
  };
  return labels ?? {};
}
