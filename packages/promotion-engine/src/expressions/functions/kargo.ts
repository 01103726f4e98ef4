import { Fault } from '../errors';
import type { Budget } from '../limits';
import { STRING, UNKNOWN } from '../types/staticType';
import { marshalJson } from '../values/json';
import { parseVersion, Version, VERSION } from '../values/semver';
import { marshalYaml } from '../values/yaml';
import { FunctionSet, functionSet, joinFunctions, typed } from './definition';
import { quoteText } from './quoteText';

const ANY = { parameters: [UNKNOWN] };

/** The functions that Kargo adds wherever it evaluates an expression (`function.UtilityOperations` and the quoting ones). */
export const utilityFunctions: FunctionSet = functionSet({
  semverParse: typed({
    signatures: [{ parameters: [STRING] }],
    result: VERSION,
    call: ([text], { budget }) => requireVersion(text as string, budget),
  }),
  semverDiff: typed({
    signatures: [{ parameters: [STRING, STRING] }],
    result: STRING,
    call: ([left, right], { budget }) => {
      budget.step(2 * VERSION_STEPS);
      return semverDiff(left as string, right as string);
    },
  }),
});

/** Only templates understand what these return: text in quotes that are stripped from the whole result. */
export const quotingFunctions: FunctionSet = functionSet({
  quote: typed({
    signatures: [ANY],
    result: STRING,
    call: ([value], { budget }) =>
      typeof value === 'string'
        ? quoteText(value, budget)
        : `"${marshalJson(value, budget)}"`,
  }),
  unsafeQuote: typed({
    signatures: [ANY],
    result: STRING,
    call: ([value], { budget }) => `"${marshalJson(value, budget)}"`,
  }),
  asYAML: typed({
    signatures: [ANY],
    result: STRING,
    call: ([value], { budget }) => `"${marshalYaml(value, budget)}"`,
  }),
  asJSON: typed({
    signatures: [ANY],
    result: STRING,
    call: ([value], { budget }) => `"${marshalJson(value, budget, '  ')}\n"`,
  }),
});

/** What every one of Kargo's templates can call. */
export const kargoFunctions: FunctionSet = joinFunctions(
  utilityFunctions,
  quotingFunctions,
);

/** Steps that reading a version takes. */
const VERSION_STEPS = 40;

function requireVersion(text: string, budget: Budget): Version {
  budget.step(VERSION_STEPS);
  const version = parseVersion(text);
  if (!version) {
    throw new Fault('invalid semantic version');
  }
  return version;
}

/** The first part that differs. Pre-releases do not count: `1.0.0-rc.1` and `1.0.0` have no difference. */
function semverDiff(leftText: string, rightText: string): string {
  const left = parseVersion(leftText);
  const right = parseVersion(rightText);
  if (!left || !right) {
    return 'Incomparable';
  }
  for (const [part, name] of [
    ['major', 'Major'],
    ['minor', 'Minor'],
    ['patch', 'Patch'],
  ] as const) {
    if (left.parts[part] !== right.parts[part]) {
      return name;
    }
  }
  return left.parts.metadata === right.parts.metadata ? 'None' : 'Metadata';
}
