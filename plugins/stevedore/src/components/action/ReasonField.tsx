import { makeStyles } from '@material-ui/core/styles';
import TextField from '@material-ui/core/TextField';
import { useId } from 'react';

const useStyles = makeStyles(
  theme => ({
    // the red of errors is too pale to be read; the border is enough
    field: {
      '& label.Mui-error, & p.Mui-error': { color: theme.palette.text.primary },
    },
  }),
  { name: 'StevedoreReasonField' },
);

/** The API takes no longer one. */
const LONGEST = 2_000;

export interface ReasonFieldProps {
  value: string;
  onChange: (value: string) => void;
  /** The policy wants one. */
  required?: boolean;
  /** It was needed and is not there. */
  missing?: boolean;
}

/** Why somebody does something; stays in the history. */
export function ReasonField({
  value,
  onChange,
  required = false,
  missing = false,
}: ReasonFieldProps) {
  const classes = useStyles();
  const id = useId();
  return (
    <TextField
      id={id}
      className={classes.field}
      fullWidth
      multiline
      minRows={1}
      maxRows={4}
      size="small"
      variant="outlined"
      margin="dense"
      label={required ? 'Reason' : 'Reason (optional)'}
      required={required}
      error={missing}
      helperText={missing ? 'The policy wants a reason.' : undefined}
      value={value}
      inputProps={{ maxLength: LONGEST }}
      onChange={event => onChange(event.target.value)}
    />
  );
}
