import {
  ClusterWindow,
  Problem,
  readClusterConfig,
} from '@stevedore/promotion-engine';
import { readFileSync } from 'node:fs';

/** What the platform's ClusterConfig says, as far as it counts here. */
export interface ClusterConfigFile {
  /** As the configuration names it. */
  path: string;
  windows: ClusterWindow[];
  /** What of it is not acted upon, as sentences with file and line. */
  warnings: string[];
}

/** @throws Error that names file, line and cure of each mistake, or says why the file cannot be read */
export function readClusterConfigFile(path: string): ClusterConfigFile {
  const { config, problems } = readClusterConfig({
    name: path,
    text: textOf(path),
  });
  if (!config)
    throw new Error(
      problems
        .filter(({ severity }) => severity === 'error')
        .map(sentenceOf)
        .join('\n'),
    );
  const committer = config.gitClient
    ? [
        `${path}: gitClient is not used. Set name, address and signing key of commits in stevedore.git of app-config.yaml.`,
      ]
    : [];
  return {
    path,
    windows: config.promotionWindows,
    warnings: [...problems.map(sentenceOf), ...committer],
  };
}

function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    throw new Error(
      `stevedore.clusterConfig names ${path}, which cannot be read: ${
        (error as Error).message
      }. Name a file with a ClusterConfig; a relative path is taken from the working directory of the backend.`,
    );
  }
}

function sentenceOf({ message, cure, position }: Problem): string {
  const at = position
    ? `${position.file}:${position.line}:${position.column}: `
    : '';
  return `${at}${message} ${cure}`;
}
