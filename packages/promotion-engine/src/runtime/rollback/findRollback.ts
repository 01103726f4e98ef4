import { BackFacts, wayBack, whyNotBack } from '../../decide/rollback';
import { FreightRow, FreightStageRow } from '../../model/rows';

export interface RollbackQuestion extends BackFacts {
  /** Origin key. */
  origin: string;
  /** Name of the freight to take out; absent: what is there. */
  out?: string;
  /** Of the freight on the way back, in any stage. */
  rows: FreightStageRow[];
  freight(name: string): Promise<FreightRow | undefined>;
}

/** Where a stage would go back to in one origin, or why not. */
export interface RollbackOption {
  origin: string;
  /** Name of the freight that would be taken out. */
  out?: string;
  to?: FreightRow;
  /** ISO 8601: when `to` was verified in the stage. */
  verifiedAt?: string;
  whyNot?: string;
  /** Names of everything that it could go back to, newest first, verified there or not. */
  earlier: string[];
}

/** The last freight on the way back that was verified in the stage and is not quarantined. */
export async function findRollback(
  question: RollbackQuestion,
): Promise<RollbackOption> {
  const { stage, stageRow, origin, rows } = question;
  const history = stageRow?.history ?? [];
  const out = question.out ?? history[0]?.items[origin]?.name;
  const earlier = wayBack(history, origin).filter(name => name !== out);
  const option = { origin, out, earlier };
  const why = whyNotBack(question, origin);
  if (why) return { ...option, whyNot: why };
  const verifiedAt = (name: string) =>
    rows.find(row => row.freight === name && row.stage === stage.name)
      ?.verifiedAt;
  const verified = earlier.filter(name => verifiedAt(name) !== undefined);
  for (const name of verified) {
    const to = await question.freight(name);
    if (to && !to.quarantine)
      return { ...option, to, verifiedAt: verifiedAt(name) };
  }
  return { ...option, whyNot: whyNone(stage.name, { earlier, verified }) };
}

function whyNone(
  stage: string,
  { earlier, verified }: { earlier: string[]; verified: string[] },
): string {
  if (earlier.length === 0)
    return `there is nothing to go back to: ${stage} held nothing else before`;
  return verified.length === 0
    ? `nothing that ${stage} held before was verified there`
    : `everything verified that ${stage} held before is quarantined`;
}
