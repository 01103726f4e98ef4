import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import TextField from '@material-ui/core/TextField';
import { FreightSummary } from '@stevedore/plugin-stevedore-common';
import { FormEvent, useState } from 'react';
import { FreightField } from '../../components/freight';
import { fromLocalTime, toLocalTime } from '../../lib/time/localTime';
import { Supposed } from '../../lib/url/urlState';
import { sayable } from '../../lib/words/names';

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
  const [named, setNamed] = useState(sayable(freight, asked.ifFreight));
  const [local, setLocal] = useState(toLocalTime(asked.at));
  const ask = (event: FormEvent) => {
    event.preventDefault();
    const ifFreight = named.trim() || asked.ifFreight;
    onAsk({ ifFreight, at: fromLocalTime(local) });
  };
  return (
    <form className={classes.form} onSubmit={ask} aria-label="What if">
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
