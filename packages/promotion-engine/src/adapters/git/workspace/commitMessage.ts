const TRAILER = /^[A-Za-z0-9][A-Za-z0-9-]*: /;

/** Appends trailers as git-interpret-trailers(1) does: after a blank line, or to the trailers that are there. */
export function commitMessage(
  message: string,
  trailers: Record<string, string>,
): string {
  const body = message
    .replace(/\r\n?/g, '\n')
    .replace(/\0/g, '')
    .split('\n')
    .map(line => line.trimEnd())
    .join('\n')
    .trim();
  const lines = Object.entries(trailers).map(
    ([key, value]) => `${key}: ${value.replace(/\s+/g, ' ').trim()}`,
  );
  if (lines.length === 0) {
    return `${body}\n`;
  }
  const paragraphs = body.split(/\n{2,}/);
  const last = paragraphs[paragraphs.length - 1].split('\n');
  const joins = paragraphs.length > 1 && last.every(line => TRAILER.test(line));
  return `${body}${joins ? '\n' : '\n\n'}${lines.join('\n')}\n`;
}
