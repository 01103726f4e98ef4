import { FreightItem, Pipeline } from '@stevedore/plugin-stevedore-common';
import { DisabledReasonButton } from '../../components/action';
import { compareWith } from '../../lib/compare/compareWith';
import { freightVersion } from '../../lib/words/names';

export interface CompareProps {
  pipeline: Pipeline;
  item: FreightItem;
  /** Compares it with other freight. */
  onCompare: (other: string) => void;
}

/** Leads to what is different from what is in the next stage. */
export function Compare({ pipeline, item, onCompare }: CompareProps) {
  const other = compareWith(pipeline, item);
  const where = other?.stage ? ` in ${other.stage}` : '';
  return (
    <DisabledReasonButton
      id="compare-freight"
      size="small"
      variant="outlined"
      reason={
        other ? undefined : 'Its warehouse has found no other freight yet.'
      }
      onClick={() => other && onCompare(other.freight.name)}
    >
      {other
        ? `Compare with ${freightVersion(other.freight)}${where}…`
        : 'Compare…'}
    </DisabledReasonButton>
  );
}
