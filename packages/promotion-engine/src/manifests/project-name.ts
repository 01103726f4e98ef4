import { Problem } from '../model/definition';
import { ManifestDocument } from './document';
import { KARGO_API } from './known-kinds';

interface NameContext {
  file?: string;
  fallback?: string;
}

/** The one project that all documents belong to; its name is their namespace. */
export function projectName(
  documents: readonly ManifestDocument[],
  context: NameContext,
) {
  const kargo = documents.filter(({ apiVersion }) => apiVersion === KARGO_API);
  const [project, ...more] = kargo.filter(({ kind }) => kind === 'Project');
  const config = kargo.find(({ kind }) => kind === 'ProjectConfig');
  const namespaced = documents.find(
    document => document.kind !== 'Project' && document.namespace !== undefined,
  );
  const name =
    (project ?? config)?.name || namespaced?.namespace || context.fallback;
  const problems: Problem[] = more.map(document =>
    document.problem({
      path: ['metadata', 'name'],
      message: `There is a second Project, beside ${project.name}.`,
      cure: 'One definition has one project; put the other into a file of its own.',
    }),
  );
  for (const document of kargo.filter(({ kind }) => kind !== 'Project')) {
    if (
      document.namespace !== undefined &&
      name !== undefined &&
      document.namespace !== name
    ) {
      problems.push(
        document.problem({
          path: ['metadata', 'namespace'],
          message: `${document.label} is in namespace ${document.namespace}, but the project is ${name}.`,
          cure: `Write namespace: ${name}, or remove the line.`,
        }),
      );
    }
  }
  problems.push(...missing({ name, documents: kargo, file: context.file }));
  return { name, problems };
}

interface Present {
  name?: string;
  documents: readonly ManifestDocument[];
  file?: string;
}

function missing({ name, documents, file }: Present): Problem[] {
  const problems: Problem[] = [];
  const add = (message: string, cure: string) =>
    problems.push({
      severity: 'error',
      verdict: 'runnable',
      message,
      cure,
      ...(file === undefined ? {} : { position: { file, line: 1, column: 1 } }),
    });
  if (name === undefined) {
    add(
      'No document names the project.',
      `Add a document with apiVersion: ${KARGO_API}, kind: Project and metadata.name.`,
    );
  }
  for (const kind of ['Warehouse', 'Stage']) {
    if (!documents.some(document => document.kind === kind)) {
      add(
        `The definition has no ${kind}.`,
        `Add a document with apiVersion: ${KARGO_API} and kind: ${kind}.`,
      );
    }
  }
  return problems;
}
