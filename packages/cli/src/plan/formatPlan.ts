import { Plan } from '@stevedore/promotion-engine';
import { createColors } from 'picocolors';

/** A plan for people: what each step does, what the world would see, and the files that would change. */
export function formatPlan(plan: Plan, inColour: boolean): string {
  const colours = createColors(inColour);
  const width = Math.max(...plan.outcomes.map(({ alias }) => alias.length), 0);
  const lines = [
    colours.bold(`${plan.freight.slice(0, 7)} to ${plan.stage}`),
    ...plan.outcomes.map(({ alias, uses, status, message }) =>
      [`  ${alias.padEnd(width)}  ${status.padEnd(9)}`, uses, message]
        .filter(Boolean)
        .join('  '),
    ),
    ...plan.effects.flatMap(effect => [
      '',
      colours.bold(`${effect.step}: ${effect.target}`),
      ...(effect.files ?? []).map(({ path }) => `  ${path}`),
    ]),
    ...plan.diffs.flatMap(({ text }) => [
      '',
      ...text.split('\n').map(line => colourOf(line, colours)),
    ]),
  ];
  if (plan.problem !== undefined) {
    lines.push('', colours.red(`It would fail: ${plan.problem}`));
  } else if (plan.effects.length === 0) {
    lines.push('', 'Nothing would change.');
  }
  return `${lines.join('\n').trimEnd()}\n`;
}

function colourOf(
  line: string,
  colours: ReturnType<typeof createColors>,
): string {
  if (line.startsWith('+')) return colours.green(line);
  if (line.startsWith('-')) return colours.red(line);
  return line.startsWith('@') ? colours.cyan(line) : line;
}
