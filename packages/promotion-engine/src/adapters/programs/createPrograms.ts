import { mkdtemp, rm } from 'fs/promises';
import { tmpdir } from 'os';
import { join } from 'path';
import { ProgramError } from '../../model/errors';
import { Program, ProgramReport, Programs } from '../../ports/programs';
import { introduceRepositories, programEnvironment } from './environment';
import { findExecutable } from './findExecutable';
import { runProcess } from './runProcess';

export interface ProgramOptions {
  /** Where executables are looked for, as in PATH; default: this process's. */
  path?: string;
  /** Bytes that one run may print; default 64 MiB. */
  largestOutput?: number;
}

interface Choice {
  executable: string;
  /** What stands before the arguments of the job. */
  before: string[];
  version: string[];
}

/** In the order in which they are preferred. */
const CHOICES: Record<Program, Choice[]> = {
  helm: [{ executable: 'helm', before: [], version: ['version', '--short'] }],
  kustomize: [
    { executable: 'kustomize', before: ['build'], version: ['version'] },
    {
      executable: 'kubectl',
      before: ['kustomize'],
      version: ['version', '--client'],
    },
  ],
};

const CURES: Record<Program, { install: string; steps: string }> = {
  helm: {
    install: 'install Helm 3 or newer',
    steps: 'helm-template and charts in kustomize-build',
  },
  kustomize: {
    install: 'install kustomize 5 or newer, or kubectl',
    steps: 'kustomize-build',
  },
};

const LARGEST_OUTPUT = 64 * 1024 * 1024;
const VERSION_MS = 10_000;

/** The executables of this machine. They are looked for at each run, so what is installed later is found. */
export function createPrograms(options: ProgramOptions = {}): Programs {
  const path = options.path ?? process.env.PATH ?? '';
  const largestOutput = options.largestOutput ?? LARGEST_OUTPUT;

  async function choose(program: Program) {
    for (const choice of CHOICES[program]) {
      const file = await findExecutable(path, choice.executable);
      if (file) return { ...choice, file };
    }
    return undefined;
  }

  return {
    async run(program, run) {
      const { args, directory, network, timeoutMs, signal } = run;
      const chosen = await choose(program);
      if (!chosen)
        throw new ProgramError(`${missing(program)}.`, { retryable: false });
      const home = await mkdtemp(join(tmpdir(), 'stevedore-program-'));
      try {
        await introduceRepositories(home, run.chartRepositories);
        return await runProcess({
          name: nameOf(chosen),
          file: chosen.file,
          args: [...chosen.before, ...args],
          cwd: directory,
          environment: programEnvironment({
            path,
            home,
            network: network === true,
          }),
          timeoutMs,
          largestOutput,
          signal,
        });
      } finally {
        await rm(home, { recursive: true, force: true });
      }
    },

    async report() {
      const programs = Object.keys(CHOICES).sort() as Program[];
      return Promise.all(
        programs.map(async program => {
          const chosen = await choose(program);
          return chosen
            ? present(program, chosen, await versionOf(chosen, path))
            : {
                program,
                sentence: `${missing(program)}. Until then ${
                  CURES[program].steps
                } cannot run.`,
              };
        }),
      );
    },
  };
}

const nameOf = ({ executable, before }: Choice) =>
  executable === 'kubectl' ? [executable, ...before].join(' ') : executable;

const missing = (program: Program) =>
  `There is no ${program} on this machine: ${CURES[program].install} where the backend runs, on its PATH`;

function present(
  program: Program,
  choice: Choice,
  version: string,
): ProgramReport {
  const found = `${nameOf(choice)}${version && ` ${version}`}`;
  return {
    program,
    found,
    sentence: `Steps that need ${program} use ${found}.`,
  };
}

/** The first version in what it prints; nothing where it prints none. */
async function versionOf(
  choice: Choice & { file: string },
  path: string,
): Promise<string> {
  const home = tmpdir();
  try {
    const printed = await runProcess({
      name: choice.executable,
      file: choice.file,
      args: choice.version,
      cwd: home,
      environment: programEnvironment({ path, home, network: false }),
      timeoutMs: VERSION_MS,
      largestOutput: 100_000,
    });
    const line =
      choice.executable === 'kubectl'
        ? /Kustomize Version: .*/.exec(printed)?.[0] ?? printed
        : printed;
    return /v?\d+\.\d+[\w.+-]*/.exec(line)?.[0] ?? '';
  } catch {
    return '';
  }
}
