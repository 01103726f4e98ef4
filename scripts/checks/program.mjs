import { capture } from '../lib/process.mjs';

/** A check that is one program: it passes when the program ends with 0. */
export async function checkProgram(args, options) {
  const { code, output } = await capture(process.execPath, args, options);
  return code === 0
    ? { passed: 1, failed: 0 }
    : { passed: 0, failed: 1, output };
}

/** A check that is a list of cases, each with a `failure` or none. */
export function countCases(cases) {
  const failures = cases.filter(({ failure }) => failure);
  return {
    passed: cases.length - failures.length,
    failed: failures.length,
    output: failures
      .map(({ name, failure }) => `${name}: ${failure}`)
      .join('\n'),
  };
}
