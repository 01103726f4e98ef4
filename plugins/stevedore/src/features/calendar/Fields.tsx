import { makeStyles } from '@material-ui/core/styles';
import TextField from '@material-ui/core/TextField';

export const useFormStyles = makeStyles(
  theme => ({
    form: {
      padding: theme.spacing(1, 0),
      '& > * + *': { marginTop: theme.spacing(1.5) },
    },
    fields: {
      display: 'grid',
      gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 200px), 1fr))',
      gap: theme.spacing(1.5),
    },
    buttons: { display: 'flex', flexWrap: 'wrap', gap: theme.spacing(1) },
  }),
  { name: 'StevedoreCalendarForm' },
);

export interface FieldProps {
  id: string;
  label: string;
  value: string;
  onChange: (value: string) => void;
  /** Below the field. */
  help?: string;
  type?: 'text' | 'datetime-local';
  /** Value and words; makes it a choice. */
  choices?: readonly (readonly [string, string])[];
}

/** A line of text, a moment or a choice. */
export function Field(props: FieldProps) {
  const { id, label, value, onChange, help, type = 'text', choices } = props;
  return (
    <TextField
      id={id}
      type={choices ? undefined : type}
      select={choices !== undefined}
      fullWidth
      size="small"
      variant="outlined"
      label={label}
      helperText={help}
      value={value}
      SelectProps={{ native: true }}
      InputLabelProps={{ shrink: true }}
      inputProps={choices ? undefined : { maxLength: 2_000 }}
      onChange={event => onChange(event.target.value)}
    >
      {choices?.map(([each, words]) => (
        <option key={each} value={each}>
          {words}
        </option>
      ))}
    </TextField>
  );
}

/** All stages, or one of them. */
export function stageChoices(stages: readonly string[]): [string, string][] {
  return [
    ['', 'every stage'],
    ...stages.map((name): [string, string] => [name, name]),
  ];
}
