import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import { FormEvent, ReactNode } from 'react';

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
  { name: 'StevedoreFreightForm' },
);

export interface FreightFormProps {
  label: string;
  /** What its button says. */
  act: string;
  onAct: () => void;
  children: ReactNode;
}

/** Fields beside each other where there is room, and one button. */
export function FreightForm({ label, act, onAct, children }: FreightFormProps) {
  const classes = useStyles();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onAct();
  };
  return (
    <form className={classes.form} onSubmit={submit} aria-label={label}>
      {children}
      <Button
        type="submit"
        size="small"
        variant="outlined"
        className={classes.act}
      >
        {act}
      </Button>
    </form>
  );
}
