import { GateAnswer } from '@stevedore/plugin-stevedore-common';
import { Io } from '../io';
import { openPortal, PortalOptions } from '../portal';

export interface GatesOptions extends PortalOptions {
  project: string;
  stage: string;
  /** Name (40 hex) or alias. */
  freight: string;
  /** ISO 8601; absent: now. */
  at?: string;
  output: 'text' | 'json';
}

/**
 * `stevedore gates --project P --stage S --freight F [--at T]`: what every gate says, or would say then.
 * @returns the exit code: 0 when nothing would keep it out, otherwise 1
 */
export async function gates(options: GatesOptions, io: Io): Promise<number> {
  const { project, stage, freight, at, output } = options;
  const { client, token } = await openPortal(options);
  const answer = await client.gatekeeping.whatIf(
    { project, stage, freight, at },
    { token },
  );
  io.out(
    output === 'json'
      ? `${JSON.stringify(answer, null, 2)}\n`
      : formatGates(answer),
  );
  return answer.open ? 0 : 1;
}

function formatGates({ gates: verdicts, sentence }: GateAnswer): string {
  const width = Math.max(...verdicts.map(({ gate }) => gate.length));
  const lines = verdicts.map(({ gate, status, sentence: why, clearsAt }) => {
    const when = clearsAt ? ` (${clearsAt})` : '';
    return `${status.padEnd(7)}  ${gate.padEnd(width)}  ${why}${when}\n`;
  });
  return `${lines.join('')}${sentence}\n`;
}
