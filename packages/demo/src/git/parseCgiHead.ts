/** The head of a CGI answer (RFC 3875, section 6). */
export interface CgiHead {
  readonly status: number;
  readonly headers: readonly (readonly [string, string])[];
  /** Where the body begins in the buffer that was given. */
  readonly bodyStart: number;
}

/** Returns undefined while the head is not complete. */
export function parseCgiHead(buffer: Buffer): CgiHead | undefined {
  const end = /\r?\n\r?\n/.exec(buffer.toString('latin1'));
  if (!end) return undefined;
  const lines = buffer.toString('latin1', 0, end.index).split(/\r?\n/);
  const fields = lines.map(line => {
    const colon = line.indexOf(':');
    return [line.slice(0, colon).trim(), line.slice(colon + 1).trim()] as const;
  });
  const status = fields.find(([name]) => name.toLowerCase() === 'status');
  return {
    status: status ? Number.parseInt(status[1], 10) : 200,
    headers: fields.filter(field => field !== status),
    bodyStart: end.index + end[0].length,
  };
}
