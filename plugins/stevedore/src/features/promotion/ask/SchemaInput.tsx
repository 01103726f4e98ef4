import Checkbox from '@material-ui/core/Checkbox';
import FormControlLabel from '@material-ui/core/FormControlLabel';
import TextField from '@material-ui/core/TextField';
import { SchemaField } from '../../../lib/promotion/schemaFields';

export interface SchemaInputProps {
  /** Index of the step; ids must be unique. */
  step: number;
  field: SchemaField;
  value: string;
  onChange: (value: string) => void;
}

/** One field: a text, a number, a switch, a choice, or JSON for what has parts. */
export function SchemaInput({
  step,
  field,
  value,
  onChange,
}: SchemaInputProps) {
  const { name, label, help, kind, choices, required } = field;
  if (kind === 'boolean')
    return (
      <FormControlLabel
        control={
          <Checkbox
            size="small"
            color="primary"
            checked={value === 'true'}
            onChange={(_, on) => onChange(on ? 'true' : '')}
          />
        }
        label={help ? `${label}: ${help}` : label}
      />
    );
  const chosen = kind === 'choice';
  return (
    <TextField
      id={`step-${step}-${name}`}
      fullWidth
      size="small"
      variant="outlined"
      label={kind === 'json' ? `${label} (JSON)` : label}
      helperText={help}
      required={required}
      multiline={kind === 'json'}
      select={chosen}
      SelectProps={{ native: true }}
      InputLabelProps={{ shrink: true }}
      inputProps={kind === 'number' ? { inputMode: 'decimal' } : undefined}
      value={value}
      onChange={event => onChange(event.target.value)}
    >
      {chosen && <option value="">choose</option>}
      {choices.map(choice => (
        <option key={choice} value={choice}>
          {choice}
        </option>
      ))}
    </TextField>
  );
}
