import { StevedoreAnnotation } from '@stevedore/plugin-stevedore-common';
import { Io } from '../io';
import { askPortal, openPortal, Portal, PortalOptions } from '../portal';

export interface LedgerVerifyOptions extends PortalOptions {
  /** Absent: every project that the caller may read. */
  project?: string;
}

/** Asks the backend to verify hash chains. */
export async function ledgerVerify(
  options: LedgerVerifyOptions,
  io: Io,
): Promise<number> {
  const { backend, token, client } = await openPortal(options);
  const projects = options.project
    ? [options.project]
    : await projectsOf({ backend, token, client });
  if (projects.length === 0)
    throw new Error(
      `The catalog at ${backend} shows you no component with a pipeline.`,
    );
  let broken = false;
  for (const project of projects) {
    const { ok, entries, head, fault } = await client.verifyLedger(
      { project },
      { token },
    );
    if (ok)
      io.out(
        `${project}: ok, ${entries} entries${head ? `, head ${head}` : ''}\n`,
      );
    else
      io.out(`${project}: BROKEN, ${fault ?? 'the chain does not verify'}\n`);
    broken ||= !ok;
  }
  return broken ? 1 : 0;
}

/** Names of the projects whose components the catalog shows to the caller. */
async function projectsOf({
  backend,
  token,
  client,
}: Portal): Promise<string[]> {
  const query = new URLSearchParams({
    fields: 'kind,metadata.namespace,metadata.name',
  });
  for (const name of [
    StevedoreAnnotation.stages,
    StevedoreAnnotation.pipeline,
  ]) {
    query.append('filter', `metadata.annotations.${name}`);
  }
  const response = await askPortal(`${backend}/api/catalog/entities?${query}`, {
    headers: { authorization: `Bearer ${token}` },
  });
  if (!response.ok)
    throw new Error(
      `The catalog at ${backend} answers ${response.status}${await said(
        response,
      )}.`,
    );
  const entities: any[] = await response.json();
  const found = new Set<string>();
  for (const { kind, metadata } of entities) {
    const pipeline = await client
      .getPipeline(
        {
          kind,
          namespace: metadata.namespace ?? 'default',
          name: metadata.name,
        },
        { token },
      )
      .catch(refusedOrUnknown);
    if (pipeline) found.add(pipeline.project);
  }
  return [...found].sort();
}

/** What Backstage says of an error, where it was Backstage that answered. */
async function said(response: Response): Promise<string> {
  const answer = await response.json().catch(() => undefined);
  const message = answer?.error?.message;
  return message ? `: ${message}` : '';
}

/** A component whose pipeline was never read, or may not be, has no ledger to show. */
function refusedOrUnknown(error: { statusCode?: number }): undefined {
  if (error.statusCode === 403 || error.statusCode === 404) return undefined;
  throw error;
}
