import { ClusterConfig, Problem } from '../model/definition';
import { readClusterConfigDocument } from './documents/cluster-config';
import { KARGO_API } from './known-kinds';
import { ManifestFile } from './options';
import { parseDocuments } from './parse-documents';

export interface ClusterConfigReadResult {
  /** Present when no problem is an error. */
  config?: ClusterConfig;
  problems: Problem[];
}

/** A ClusterConfig as the platform gives it, apart from any project. Never throws. */
export function readClusterConfig(file: ManifestFile): ClusterConfigReadResult {
  const { documents, problems } = parseDocuments([file]);
  const [document, ...more] = documents.filter(
    ({ apiVersion, kind }) =>
      apiVersion === KARGO_API && kind === 'ClusterConfig',
  );
  if (!document) {
    problems.push({
      severity: 'error',
      verdict: 'runnable',
      message: `${file.name} has no ClusterConfig.`,
      cure: `Add a document with apiVersion: ${KARGO_API} and kind: ClusterConfig.`,
      position: { file: file.name, line: 1, column: 1 },
    });
    return { problems };
  }
  const { config, findings } = readClusterConfigDocument(document);
  problems.push(...findings.map(finding => document.problem(finding)));
  problems.push(
    ...more.map(other =>
      other.problem({
        path: ['kind'],
        message: 'There is a second ClusterConfig.',
        cure: 'Keep one of them.',
      }),
    ),
  );
  const failed = problems.some(({ severity }) => severity === 'error');
  return { problems, ...(config && !failed ? { config } : {}) };
}
