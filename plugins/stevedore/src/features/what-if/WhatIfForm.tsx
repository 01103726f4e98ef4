import TextField from '@material-ui/core/TextField';
import { FreightSummary } from '@stevedore/plugin-stevedore-common';
import { useState } from 'react';
import { FreightField, FreightForm } from '../../components/freight';
import { fromLocalTime, toLocalTime } from '../../lib/time/localTime';
import { Supposed } from '../../lib/url/urlState';
import { sayable } from '../../lib/words/names';

export interface WhatIfFormProps {
  freight: readonly FreightSummary[];
  asked: Supposed;
  onAsk: (asked: Supposed) => void;
}

/** Which freight, and when. */
export function WhatIfForm({ freight, asked, onAsk }: WhatIfFormProps) {
  const [named, setNamed] = useState(sayable(freight, asked.ifFreight));
  const [local, setLocal] = useState(toLocalTime(asked.at));
  const ask = () => {
    const ifFreight = named.trim() || asked.ifFreight;
    onAsk({ ifFreight, at: fromLocalTime(local) });
  };
  return (
    <FreightForm label="What if" act="Ask the gates" onAct={ask}>
      <FreightField
        id="what-if-freight"
        label="Freight"
        value={named}
        onChange={setNamed}
        freight={freight}
      />
      <TextField
        id="what-if-at"
        label="When"
        helperText="Empty: now"
        type="datetime-local"
        size="small"
        variant="outlined"
        value={local}
        onChange={event => setLocal(event.target.value)}
        InputLabelProps={{ shrink: true }}
      />
    </FreightForm>
  );
}
