import { createColors } from 'picocolors';
import {
  FoundDefinition,
  readDefinitions,
} from '../definition/readDefinitions';
import { discoveredProblems } from '../definition/discoveredProblems';
import { formatProblem } from '../formatProblem';
import { Io } from '../io';

export interface LintOptions {
  output: 'text' | 'json';
  /** Ask the remotes, too, whether filters fit anything that is there. */
  discover?: boolean;
  /** Steps that a module of the backend brings. */
  step?: string[];
}

interface Verdicts {
  /** Kargo's admission would take every manifest; null when wrong annotations make none. */
  admission: boolean | null;
  /** It goes live: admission, and everything that Kargo finds out only when it runs. */
  runnable: boolean;
}

/**
 * `stevedore lint PATH…`: both verdicts on every definition among the files.
 * @returns the exit code: 0, or 1 when a definition has an error
 */
export async function lint(
  paths: string[],
  { output, discover, step }: LintOptions,
  io: Io,
): Promise<number> {
  const definitions = await readDefinitions(paths, step);
  if (definitions.length === 0) {
    throw new Error(
      `There is nothing to check in ${paths.join(
        ', ',
      )}: no manifests of Kargo and no component with annotations of Stevedore.`,
    );
  }
  if (discover) {
    for (const definition of definitions)
      definition.problems.push(...(await discoveredProblems(definition)));
  }
  const judged = definitions.map(definition => ({
    definition,
    verdicts: verdictsOf(definition),
  }));
  if (output === 'json') {
    io.out(`${JSON.stringify({ definitions: judged.map(toJson) }, null, 2)}\n`);
  } else {
    judged.forEach(({ definition, verdicts }) =>
      io.out(
        toText(definition, { verdicts, colours: createColors(io.colours) }),
      ),
    );
  }
  return judged.every(({ verdicts }) => verdicts.runnable) ? 0 : 1;
}

function verdictsOf({ problems, hasManifests }: FoundDefinition): Verdicts {
  const wrong = problems.filter(({ severity }) => severity === 'error');
  return {
    admission: hasManifests
      ? !wrong.some(({ verdict }) => verdict === 'admission')
      : null,
    runnable: wrong.length === 0,
  };
}

function toJson({
  definition: { name, problems },
  verdicts,
}: {
  definition: FoundDefinition;
  verdicts: Verdicts;
}) {
  return { name, ...verdicts, problems };
}

interface Look {
  verdicts: Verdicts;
  colours: ReturnType<typeof createColors>;
}

function toText(definition: FoundDefinition, look: Look): string {
  const { name, file, problems } = definition;
  return [
    ...problems.map(problem => formatProblem(problem, file)),
    `${look.colours.bold(name)}\n`,
    `  admission: ${admissionWords(definition, look)}\n`,
    `  runnable:  ${runnableWords(definition, look)}\n`,
  ].join('');
}

function admissionWords(
  definition: FoundDefinition,
  { verdicts: { admission }, colours }: Look,
): string {
  if (admission === null) return colours.red('there are no manifests to take');
  return admission
    ? colours.green('Kargo would take these manifests')
    : colours.red(
        `Kargo would refuse them (${errors(definition, 'admission')})`,
      );
}

function runnableWords(
  definition: FoundDefinition,
  { verdicts: { admission, runnable }, colours }: Look,
): string {
  if (runnable) return colours.green('this definition goes live');
  return colours.red(
    admission
      ? `it would be taken and then fail (${errors(definition, 'runnable')})`
      : 'it does not go live',
  );
}

function errors({ problems }: FoundDefinition, of: string): string {
  const { length } = problems.filter(
    ({ severity, verdict }) => severity === 'error' && verdict === of,
  );
  return length === 1 ? '1 error' : `${length} errors`;
}
