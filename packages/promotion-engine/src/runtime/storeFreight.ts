import { generateAlias } from '../decide/alias';
import { freightId } from '../decide/freightId';
import { Artifacts, FreightOrigin } from '../model/artifacts';
import { ConflictError } from '../model/errors';
import { Freight } from '../model/freight';
import { FreightRow, rowKey } from '../model/rows';
import { commitAndTell, entryOf } from './commit';
import { EngineContext, isoNow } from './context';

/** Freight before it has a name. */
export interface FreightDraft {
  origin: FreightOrigin;
  artifacts: Artifacts;
  actor: string;
  reason?: string;
  /** Generated when absent. */
  alias?: string;
  /** ISO 8601; now unless said. */
  discoveredAt?: string;
}

export type StoredFreight =
  | { status: 'created' | 'exists'; freight: FreightRow }
  /** Only of an alias that was asked for. */
  | { status: 'aliasTaken'; holder: string };

/** Others may take the same alias at the same moment; a conflict beyond so many attempts is a fault. */
const ATTEMPTS = 50;

/** Writes freight down unless it is there: its name is its content (invariant 6). */
export async function storeFreight(
  engine: EngineContext,
  project: string,
  draft: FreightDraft,
): Promise<StoredFreight> {
  const { origin, artifacts, actor, reason } = draft;
  const name = freightId(origin, artifacts);
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const known = await engine.store.freight(project, name);
    if (known) return { status: 'exists', freight: known };
    const alias = draft.alias ?? generateAlias(name, attempt);
    const holder = await engine.store.freightAlias(project, alias);
    const taken = holder?.freight !== undefined;
    if (taken && draft.alias)
      return { status: 'aliasTaken', holder: holder.freight! };
    const discoveredAt = draft.discoveredAt ?? isoNow(engine);
    const freight: Freight = {
      name,
      alias,
      origin,
      discoveredAt,
      createdBy: actor,
      ...artifacts,
    };
    const expectAlias = {
      ...rowKey.freightAlias(alias),
      version: holder?.version ?? 0,
    };
    if (
      !taken &&
      (await created(engine, project, { freight, actor, reason, expectAlias }))
    )
      return {
        status: 'created',
        freight: (await engine.store.freight(project, name))!,
      };
  }
  throw new ConflictError(`freight ${name} finds no free alias`);
}

/** @returns false when somebody else was there first */
async function created(
  engine: EngineContext,
  project: string,
  what: {
    freight: Freight;
    actor: string;
    reason?: string;
    expectAlias: ReturnType<typeof rowKey.freightAlias> & { version: number };
  },
): Promise<boolean> {
  const { freight, actor, reason, expectAlias } = what;
  const subject = `freight:${freight.name}`;
  const entry = entryOf(engine, {
    verb: 'freight.created',
    actor,
    subject,
    reason,
    data: { freight },
  });
  try {
    await commitAndTell(engine, project, {
      entries: [entry],
      expect: [{ ...rowKey.freight(freight.name), version: 0 }, expectAlias],
    });
    return true;
  } catch (error) {
    if (error instanceof ConflictError) return false;
    throw error;
  }
}
