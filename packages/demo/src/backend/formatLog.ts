/**
 * The last lines of a log that has one JSON object a line, for a person: level,
 * plugin and message. Anything else stays as it is.
 */
export function formatLog(log: string, lines: number): string {
  const last = log.trimEnd().split('\n').slice(-lines);
  return last.map(formatLine).join('\n');
}

function formatLine(line: string): string {
  try {
    const { level, plugin, message, stack } = JSON.parse(line);
    const who = plugin ? `${plugin}: ` : '';
    return `  ${level} ${who}${stack ?? message}`;
  } catch {
    return `  ${line}`;
  }
}
