import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import TextField from '@material-ui/core/TextField';
import { FreightSummary } from '@stevedore/plugin-stevedore-common';
import { FormEvent, useId, useState } from 'react';
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
    act: { justifySelf: 'start' },
  }),
  { name: 'StevedoreCompareForm' },
);

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
  const classes = useStyles();
  const list = useId();
  const [from, setFrom] = useState(sayable(freight, ends.from));
  const [to, setTo] = useState(sayable(freight, ends.to));
  const compare = (event: FormEvent) => {
    event.preventDefault();
    onEnds({ from: from.trim() || ends.from, to: to.trim() || ends.to });
  };
  const field = (name: string, value: string, set: (to: string) => void) => (
    <TextField
      id={`compare-${name}`}
      label={name === 'from' ? 'From' : 'To'}
      helperText="Alias or name"
      size="small"
      variant="outlined"
      value={value}
      onChange={event => set(event.target.value)}
      InputLabelProps={{ shrink: true }}
      inputProps={{ list, maxLength: 200 }}
    />
  );
  return (
    <form className={classes.form} onSubmit={compare} aria-label="Compare">
      {field('from', from, setFrom)}
      {field('to', to, setTo)}
      <datalist id={list}>
        {freight.map(each => (
          <option key={each.name} value={each.alias ?? each.name}>
            {freightVersion(each)}
          </option>
        ))}
      </datalist>
      <Button
        type="submit"
        size="small"
        variant="outlined"
        className={classes.act}
      >
        Compare
      </Button>
    </form>
  );
}

/** The alias, where it is known. */
function sayable(freight: readonly FreightSummary[], named: string): string {
  return freight.find(each => each.name === named)?.alias ?? named;
}
