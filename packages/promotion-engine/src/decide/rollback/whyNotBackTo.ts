import { originKey } from '../../model/artifacts';
import { Stage } from '../../model/definition';
import {
  FreightRow,
  FreightStageRow,
  PromotionRow,
  StageRow,
} from '../../model/rows';
import { compareBytes } from '../../model/text';
import { freightLabel } from '../freightLabel';
import { quarantineSentence } from '../quarantine';
import { wayBack } from './wayBack';

export interface BackFacts {
  stage: Stage;
  stageRow?: StageRow;
  /** Of the stage, and not ended. */
  open: Pick<PromotionRow, 'name' | 'freight' | 'rollback'>[];
}

/** Why a stage cannot go back in one origin, whatever to; undefined: it can if there is something. */
export function whyNotBack(
  { stage, stageRow, open }: BackFacts,
  origin: string,
): string | undefined {
  const { name, promotionTemplate, requestedFreight } = stage;
  if (!promotionTemplate)
    return `${name} has no steps: it only passes freight on`;
  if (!requestedFreight.some(each => originKey(each.origin) === origin))
    return `${name} takes no freight of ${origin}`;
  const going = open.find(
    each => each.rollback && originKey(each.freight.origin) === origin,
  );
  if (going)
    return `${name} goes back to ${freightLabel(going.freight)} already`;
  return stageRow?.history[0]?.items[origin]
    ? undefined
    : `${name} holds nothing of ${origin}`;
}

/** Why a stage cannot go back to this freight; undefined: it can. */
export function whyNotBackTo(
  facts: BackFacts,
  freight: FreightRow,
  at: {
    /** Of this freight in this stage. */
    row?: FreightStageRow;
    /** What is there of the same origin, when it is known. */
    here?: FreightRow;
  },
): string | undefined {
  const { stage, stageRow } = facts;
  const origin = originKey(freight.origin);
  const why = whyNotBack(facts, origin);
  if (why) return why;
  const label = freightLabel(freight);
  const history = stageRow?.history ?? [];
  if (history[0].items[origin].name === freight.name)
    return `${stage.name} holds ${label} already`;
  if (freight.quarantine) return quarantineSentence(freight.quarantine);
  if (!wasThere(at.row) && !wayBack(history, origin).includes(freight.name))
    return `${stage.name} never held ${label}: promote it instead`;
  const before =
    wayBack(history, origin).includes(freight.name) ||
    (at.here !== undefined && isOlder(freight, at.here));
  return before
    ? undefined
    : `${label} is no earlier than what ${stage.name} holds: promote it instead`;
}

function wasThere(row: FreightStageRow | undefined): boolean {
  return (
    row?.verifiedAt !== undefined ||
    row?.since !== undefined ||
    row?.longestSoakMs !== undefined
  );
}

function isOlder(one: FreightRow, other: FreightRow): boolean {
  const apart = Date.parse(one.discoveredAt) - Date.parse(other.discoveredAt);
  return apart === 0 ? compareBytes(one.name, other.name) < 0 : apart < 0;
}
