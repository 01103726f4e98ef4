import { posix } from 'path';
import { Program } from '../../../ports/programs';
import { StepContext } from '../../../registry/step';

const TIMEOUT_MS = 120_000;

export interface ProgramCall {
  program: Program;
  args: string[];
  /** Where it runs, a directory of the workspace. */
  path: string;
  network?: boolean;
  chartRepositories?: string[];
}

/**
 * Runs a program in a directory of the workspace, all of which is on disk then.
 * @returns what it printed
 * @throws ProgramError whose sentence has paths as the workspace has them
 */
export async function runProgram(
  { workspace, programs, signal }: StepContext<'workspace' | 'programs'>,
  { path, ...call }: ProgramCall,
): Promise<string> {
  const directory = await workspace.directory(path);
  const inside = posix.normalize(path).replace(/^\.$|\/$/g, '');
  const root = directory.slice(0, directory.length - inside.length);
  const { program, ...run } = call;
  try {
    return await programs.run(program, {
      ...run,
      directory,
      timeoutMs: TIMEOUT_MS,
      signal,
    });
  } catch (error) {
    const { message } = error as Error;
    (error as Error).message = message.replaceAll(root, '');
    throw error;
  }
}
