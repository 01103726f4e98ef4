import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import TextField from '@material-ui/core/TextField';
import { FreightSummary } from '@stevedore/plugin-stevedore-common';
import { FormEvent, useId, useState } from 'react';
import { fromLocalTime, toLocalTime } from '../../lib/time/localTime';
import { Supposed } from '../../lib/url/urlState';
import { freightVersion } from '../../lib/words/names';

const useStyles = makeStyles(
  theme => ({
    form: {
      display: 'grid',
      gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 200px), 1fr))',
      alignItems: 'start',
      gap: theme.spacing(1.5),
      paddingTop: theme.spacing(1),
    },
    ask: { justifySelf: 'start' },
  }),
  { name: 'StevedoreWhatIfForm' },
);

export interface WhatIfFormProps {
  freight: readonly FreightSummary[];
  asked: Supposed;
  onAsk: (asked: Supposed) => void;
}

/** Which freight, and when. */
export function WhatIfForm({ freight, asked, onAsk }: WhatIfFormProps) {
  const classes = useStyles();
  const list = useId();
  const [named, setNamed] = useState(sayable(freight, asked.ifFreight));
  const [local, setLocal] = useState(toLocalTime(asked.at));
  const ask = (event: FormEvent) => {
    event.preventDefault();
    const ifFreight = named.trim() || asked.ifFreight;
    onAsk({ ifFreight, at: fromLocalTime(local) });
  };
  return (
    <form className={classes.form} onSubmit={ask} aria-label="What if">
      <TextField
        id="what-if-freight"
        label="Freight"
        helperText="Alias or name"
        size="small"
        variant="outlined"
        value={named}
        onChange={event => setNamed(event.target.value)}
        InputLabelProps={{ shrink: true }}
        inputProps={{ list, maxLength: 200 }}
      />
      <datalist id={list}>
        {freight.map(each => (
          <option key={each.name} value={each.alias ?? each.name}>
            {freightVersion(each)}
          </option>
        ))}
      </datalist>
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
      <Button
        type="submit"
        size="small"
        variant="outlined"
        className={classes.ask}
      >
        Ask the gates
      </Button>
    </form>
  );
}

/** The alias, where it is known. */
function sayable(
  freight: readonly FreightSummary[],
  name: string | undefined,
): string {
  return freight.find(each => each.name === name)?.alias ?? name ?? '';
}
