import { NewEntry, Verb } from '../../model/ledger';
import { FreightMark, rowKey } from '../../model/rows';
import { RowSet } from './rowSet';
import { putStage, stageOf } from './stageRows';

type Of<V extends Verb> = Extract<NewEntry, { verb: V }>;

/** Freight and what is written on it afterwards: its alias, its quarantine, and metadata of freight and stages. */
export function foldRecord(
  rows: RowSet,
  project: string,
  entry: Of<
    | 'freight.created'
    | 'freight.metadataSet'
    | 'freight.aliasSet'
    | 'freight.quarantined'
    | 'freight.quarantineLifted'
    | 'freight.tested'
    | 'stage.metadataSet'
  >,
): void {
  switch (entry.verb) {
    case 'freight.created': {
      const { freight } = entry.data;
      rows.put(rowKey.freight(freight.name), {
        ...freight,
        project,
        metadata: {},
      });
      return takeAlias(rows, project, {
        freight: freight.name,
        alias: freight.alias,
      });
    }
    case 'freight.metadataSet': {
      const key = rowKey.freight(entry.data.freight);
      const row = rows.require(key);
      const metadata = { ...row.metadata, ...entry.data.values };
      return rows.put(key, { ...row, metadata });
    }
    case 'freight.quarantined':
    case 'freight.quarantineLifted': {
      const key = rowKey.freight(entry.data.freight);
      const lifted = entry.verb === 'freight.quarantineLifted';
      const quarantine = lifted ? undefined : markOf(entry);
      return rows.put(key, { ...rows.require(key), quarantine });
    }
    case 'freight.tested': {
      const key = rowKey.freight(entry.data.freight);
      const row = rows.require(key);
      const { actor, at } = entry;
      const { result } = entry.data;
      const tests = { ...row.tests, [result.name]: { ...result, actor, at } };
      return rows.put(key, { ...row, tests });
    }
    case 'stage.metadataSet': {
      const stage = stageOf(rows, project, entry.data.stage);
      const metadata = { ...stage.metadata, ...entry.data.values };
      return putStage(rows, { ...stage, metadata });
    }
    default: {
      const { freight, alias, before } = entry.data;
      const key = rowKey.freight(freight);
      rows.put(key, { ...rows.require(key), alias });
      const old = rows.get(rowKey.freightAlias(before));
      // somebody else may have had it all along: two freights of an old chain can share one
      if (before !== alias && old?.freight === freight)
        rows.put(rowKey.freightAlias(before), { ...old, freight: undefined });
      return takeAlias(rows, project, { freight, alias });
    }
  }
}

/** Who said it, when and why. */
export function markOf({ at, actor, reason = '' }: NewEntry): FreightMark {
  return { at, actor, reason };
}

/** Whoever has an alias first keeps it. */
function takeAlias(
  rows: RowSet,
  project: string,
  { freight, alias }: { freight: string; alias: string },
): void {
  const key = rowKey.freightAlias(alias);
  const row = rows.get(key);
  if (row?.freight !== undefined && row.freight !== freight) return;
  rows.put(key, { project, alias, freight });
}
