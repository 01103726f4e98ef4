import { posix } from 'path';
import { parse } from 'yaml';
import { Workspace } from '../../../ports/git';

/** What Helm wrote down: the versions that were chosen, and a digest of them and of what was asked for. */
export interface Lock {
  text: string;
  digest: string;
  versions: Map<string, string>;
}

/** @throws Error where it cannot be read */
export async function readLock(
  workspace: Workspace,
  chart: string,
): Promise<Lock | undefined> {
  const file = posix.join(chart, 'Chart.lock');
  if ((await workspace.stat(file)) === undefined) return undefined;
  const text = await workspace.readText(file);
  try {
    const { digest, dependencies } = parse(text, { logLevel: 'silent' });
    const entries = (Array.isArray(dependencies) ? dependencies : []).map(
      ({ name, version }): [string, string] => [String(name), String(version)],
    );
    return { text, digest: String(digest), versions: new Map(entries) };
  } catch (error) {
    throw new Error(`${file}: ${(error as Error).message}`);
  }
}

/**
 * Helm writes the moment into its lock. Where nothing was chosen anew the lock stays what it was; otherwise it is the
 * moment of the promotion, so that a plan and its run, and a replay, write the same.
 */
export async function settleLock(
  workspace: Workspace,
  chart: string,
  { before, after, now }: { before?: Lock; after: Lock; now: string },
): Promise<void> {
  const isSame = before?.digest === after.digest;
  const text = isSame
    ? before.text
    : after.text.replace(/^generated: .*$/m, `generated: "${now}"`);
  if (text !== after.text)
    await workspace.writeText(posix.join(chart, 'Chart.lock'), text);
}
