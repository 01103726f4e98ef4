import { FreightSummary } from '@stevedore/plugin-stevedore-common';
import { useState } from 'react';
import { FreightField, FreightForm } from '../../components/freight';
import { sayable } from '../../lib/words/names';

/** Names or aliases of freight. */
export interface ComparedEnds {
  from: string;
  to: string;
}

export interface CompareFormProps extends ComparedEnds {
  /** To choose from, newest first; any other may be named. */
  freight: readonly FreightSummary[];
  onEnds: (ends: ComparedEnds) => void;
}

/** Which two are compared. */
export function CompareForm({ freight, onEnds, ...ends }: CompareFormProps) {
  const [from, setFrom] = useState(sayable(freight, ends.from));
  const [to, setTo] = useState(sayable(freight, ends.to));
  const compare = () =>
    onEnds({ from: from.trim() || ends.from, to: to.trim() || ends.to });
  return (
    <FreightForm label="Compare" act="Compare" onAct={compare}>
      <FreightField
        id="compare-from"
        label="From"
        value={from}
        onChange={setFrom}
        freight={freight}
      />
      <FreightField
        id="compare-to"
        label="To"
        value={to}
        onChange={setTo}
        freight={freight}
      />
    </FreightForm>
  );
}
