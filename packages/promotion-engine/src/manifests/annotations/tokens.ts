import { Located, Scanner, Token } from './scanner';

export const STAGE_NAME: Token = {
  pattern: /[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?(?![-\w.])/,
  word: 'the name of a stage',
  cure: 'Names have lower-case letters, digits and hyphens, such as prod or eu-west.',
};

/** `dev, staging =` before a rule; undefined when the entry does not begin so. */
export function acceptStagesBefore(
  scanner: Scanner,
): Located<string>[] | undefined {
  const rest = scanner.text.slice(scanner.offset);
  return /^[ \t\r]*[a-z0-9-]+([ \t\r]*,[ \t\r]*[a-z0-9-]+)*[ \t\r]*=/.test(rest)
    ? stagesBefore(scanner)
    : undefined;
}

/** `stages-before = name, { ",", name }, "="` */
export function stagesBefore(scanner: Scanner): Located<string>[] {
  const stages = stageList(scanner);
  scanner.expect({
    pattern: /=/,
    word: '"="',
    cure: 'Write STAGE = RULE, such as prod = 1h.',
  });
  return stages;
}

/** `stage-list = name, { ",", name }` */
export function stageList(scanner: Scanner): Located<string>[] {
  const stages = [scanner.expect(STAGE_NAME)];
  while (scanner.accept(/,/)) {
    stages.push(scanner.expect(STAGE_NAME));
  }
  return stages;
}
