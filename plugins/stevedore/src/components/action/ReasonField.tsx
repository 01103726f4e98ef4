import TextField from '@material-ui/core/TextField';
import { useId } from 'react';

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
  const id = useId();
  return (
    <TextField
      id={id}
      fullWidth
      multiline
      minRows={1}
      maxRows={4}
      size="small"
      variant="outlined"
      margin="dense"
      label={required ? 'Reason' : 'Reason (may stay empty)'}
      required={required}
      error={missing}
      helperText={missing ? 'The policy wants a reason.' : undefined}
      value={value}
      inputProps={{ maxLength: LONGEST }}
      onChange={event => onChange(event.target.value)}
    />
  );
}
