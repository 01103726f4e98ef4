import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  builtInKinds,
  createGitRepositories,
  createHttpClient,
  createOciArtifacts,
  createPrograms,
  createRegistry,
  createValueMasker,
  planOffline,
  Project,
  systemClock,
  ulidIds,
} from '@stevedore/promotion-engine';
import { readDefinitions } from '../definition/readDefinitions';
import { Io } from '../io';
import { assembleFreight } from '../plan/assembleFreight';
import { formatPlan } from '../plan/formatPlan';
import { locateCheckouts } from '../plan/locateCheckouts';

export interface PlanOptions {
  stage: string;
  /** Files with Freight manifests, or artifacts. */
  freight: string[];
  /** `DIRECTORY` or `URL=DIRECTORY`; absent: the current directory, if it is one. Others are read over the network. */
  checkout?: string[];
  output: 'text' | 'json';
}

/**
 * `stevedore plan PATH… --stage S --freight F`: what a promotion would write, by the steps themselves.
 * @returns the exit code: 0, or 1 when the promotion would fail
 */
export async function plan(
  paths: string[],
  options: PlanOptions,
  io: Io,
): Promise<number> {
  const project = await projectWith(paths, options.stage);
  const at = new Date(systemClock.now()).toISOString();
  const freight = await assembleFreight(project, options.freight, at);
  const locate = await locateCheckouts(options.checkout);
  const directory = await mkdtemp(join(tmpdir(), 'stevedore-plan-'));
  try {
    const made = await planOffline(
      {
        git: createGitRepositories({
          directory,
          locate,
          allowFile: true,
          credentials: async () => undefined,
        }),
        http: createHttpClient({ allow: [] }),
        programs: createPrograms(),
        artifacts: createOciArtifacts({ credentials: () => undefined }),
        registry: createRegistry(builtInKinds()),
        masker: createValueMasker(),
        clock: systemClock,
        ids: ulidIds(),
        identity: { name: 'Stevedore', email: 'stevedore@localhost' },
      },
      { project, stage: options.stage, freight },
    );
    io.out(
      options.output === 'json'
        ? `${JSON.stringify(made, null, 2)}\n`
        : formatPlan(made, io.colours),
    );
    return made.problem === undefined ? 0 : 1;
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}

async function projectWith(paths: string[], stage: string): Promise<Project> {
  const definitions = await readDefinitions(paths);
  const projects = definitions.flatMap(({ project }) =>
    project ? [project] : [],
  );
  const fits = projects.filter(({ stages }) =>
    stages.some(({ name }) => name === stage),
  );
  if (fits.length === 1) return fits[0];
  if (fits.length > 1) {
    throw new Error(
      `${fits.length} definitions have a stage ${stage}; give the path of one.`,
    );
  }
  throw new Error(
    definitions.length > projects.length
      ? `No definition that may go live has a stage ${stage}; stevedore lint ${paths.join(
          ' ',
        )} says what is wrong.`
      : `No definition in ${paths.join(', ')} has a stage ${stage}.`,
  );
}
