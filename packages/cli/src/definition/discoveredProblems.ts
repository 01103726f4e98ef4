import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  builtInSources,
  createChartRepositories,
  createGitRepositories,
  createOciRegistry,
  findUnmatched,
  locateField,
  Problem,
  SharedSightings,
  systemClock,
  Unmatched,
} from '@stevedore/promotion-engine';
import { FoundDefinition } from './readDefinitions';

const HOUR_MS = 3_600_000;

/** Warnings of filters that fit nothing that is there now. Remotes are asked without credentials. */
export async function discoveredProblems(
  definition: FoundDefinition,
): Promise<Problem[]> {
  const { project } = definition;
  if (!project) return [];
  const directory = await mkdtemp(join(tmpdir(), 'stevedore-lint-'));
  const anonymous = { credentials: () => undefined };
  try {
    const unmatched = await findUnmatched(project, {
      sources: builtInSources,
      context: {
        git: createGitRepositories({
          directory,
          allowFile: true,
          credentials: async () => undefined,
        }),
        oci: createOciRegistry(anonymous),
        charts: createChartRepositories(anonymous),
        sightings: new SharedSightings(systemClock).forPoll({
          intervalMs: HOUR_MS,
          forced: false,
        }),
        now: systemClock.now(),
      },
    });
    return unmatched.map(each => problemOf(each, definition));
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}

function problemOf(
  { warehouse, path, message, cure }: Unmatched,
  { files, file }: FoundDefinition,
): Problem {
  const object = { kind: 'Warehouse', name: warehouse };
  return {
    severity: 'warning',
    verdict: 'runnable',
    message,
    cure,
    object: `Warehouse/${warehouse}`,
    field: path
      .map(part => (typeof part === 'number' ? `[${part}]` : `.${part}`))
      .join('')
      .slice(1),
    position: locateField(files, object, path) ?? { file, line: 1, column: 1 },
  };
}
