import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import { FreightSummary } from '@stevedore/plugin-stevedore-common';
import { FormEvent, useState } from 'react';
import { FreightField } from '../../components/freight';
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
  const [from, setFrom] = useState(sayable(freight, ends.from));
  const [to, setTo] = useState(sayable(freight, ends.to));
  const compare = (event: FormEvent) => {
    event.preventDefault();
    onEnds({ from: from.trim() || ends.from, to: to.trim() || ends.to });
  };
  return (
    <form className={classes.form} onSubmit={compare} aria-label="Compare">
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
