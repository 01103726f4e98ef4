import { Problem, Project } from '../model/definition';
import { Definition, definitionChecks, orderStages, Report } from './checks';
import { Finding, ManifestDocument } from './document';
import { readAnalysisTemplate } from './documents/analysis-template';
import { readProject, readProjectConfig } from './documents/project';
import { readStage } from './documents/stage';
import { readWarehouse } from './documents/warehouse';
import {
  ARGO_API,
  KARGO_API,
  KARGO_GROUP,
  LATER_KINDS,
  READ_KINDS,
} from './known-kinds';
import { suggestion } from './nearest';
import { ManifestFile, ReadOptions } from './options';
import { parseDocuments } from './parse-documents';
import { projectName } from './project-name';

export interface ReadResult {
  /** Present when no problem is an error: only a runnable definition goes live. */
  project?: Project;
  problems: Problem[];
}

/** Kargo's manifests, in any number of files and any order, as one validated project. Never throws. */
export function readManifests(
  files: readonly ManifestFile[],
  options: ReadOptions,
): ReadResult {
  const { documents, problems } = parseDocuments(files);
  const definition: Definition = {
    warehouses: [],
    stages: [],
    templates: [],
    policies: [],
    documents,
    options,
  };
  const report = ({ document, finding }: Report) =>
    problems.push(document.problem(finding));
  for (const document of documents) {
    readDocument(document, definition).forEach(finding =>
      report({ document, finding }),
    );
  }
  const named = projectName(documents, {
    file: files[0]?.name,
    fallback: options.projectName,
  });
  problems.push(...named.problems);
  definitionChecks.flatMap(check => check(definition)).forEach(report);
  const failed = problems.some(({ severity }) => severity === 'error');
  return {
    problems,
    ...(failed || named.name === undefined
      ? {}
      : { project: toProject(named.name, definition) }),
  };
}

function toProject(name: string, definition: Definition): Project {
  return {
    name,
    warehouses: definition.warehouses.map(({ value }) => value),
    stages: orderStages(definition.stages).ordered.map(({ value }) => value),
    promotionPolicies: definition.policies.map(({ policy }) => policy),
    analysisTemplates: definition.templates.map(({ value }) => value),
  };
}

/** Adds what the document declares to the definition; the findings are about the document alone. */
function readDocument(
  document: ManifestDocument,
  definition: Definition,
): Finding[] {
  const { apiVersion, kind } = document;
  if (!apiVersion || !kind) {
    const field = apiVersion ? 'kind' : 'apiVersion';
    return [
      {
        path: [field],
        verdict: 'admission',
        message: `The document has no ${field}.`,
        cure: `Add ${field}: ${apiVersion ? 'Stage' : KARGO_API}.`,
      },
    ];
  }
  if (apiVersion === ARGO_API && /^(Cluster)?AnalysisTemplate$/.test(kind)) {
    return readArgo(document, definition);
  }
  if (apiVersion !== KARGO_API) {
    return apiVersion.split('/')[0] === KARGO_GROUP
      ? [
          {
            path: ['apiVersion'],
            verdict: 'admission',
            message: `There is no version ${apiVersion}.`,
            cure: `Write ${KARGO_API}.`,
          },
        ]
      : [];
  }
  return readKargo(document, definition);
}

function readArgo(
  document: ManifestDocument,
  definition: Definition,
): Finding[] {
  if (document.kind !== 'AnalysisTemplate') {
    return [
      {
        path: ['kind'],
        message: `${document.kind} is not supported yet.`,
        cure: 'Use an AnalysisTemplate in this definition.',
      },
    ];
  }
  const { template, findings } = readAnalysisTemplate(document);
  definition.templates.push(
    ...(template ? [{ value: template, document }] : []),
  );
  return findings;
}

function readKargo(
  document: ManifestDocument,
  definition: Definition,
): Finding[] {
  const { kind } = document;
  switch (kind) {
    case 'Project':
    case 'ProjectConfig': {
      const { entries, findings } =
        kind === 'Project'
          ? readProject(document)
          : readProjectConfig(document);
      definition.policies.push(...entries);
      return findings;
    }
    case 'Warehouse': {
      const { warehouse, findings } = readWarehouse(
        document,
        definition.options,
      );
      definition.warehouses.push(
        ...(warehouse ? [{ value: warehouse, document }] : []),
      );
      return findings;
    }
    case 'Stage': {
      const { stage, findings } = readStage(document);
      definition.stages.push(...(stage ? [{ value: stage, document }] : []));
      return findings;
    }
    default: {
      const later = LATER_KINDS.includes(kind);
      return [
        {
          path: ['kind'],
          verdict: later ? 'runnable' : 'admission',
          message: later
            ? `${kind} is not supported yet.`
            : `There is no kind ${kind}.`,
          cure: later
            ? 'Remove the document; what it says would not be done.'
            : suggestion(kind, READ_KINDS),
        },
      ];
    }
  }
}
