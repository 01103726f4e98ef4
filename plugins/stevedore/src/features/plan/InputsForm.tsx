import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import TextField from '@material-ui/core/TextField';
import { FormEvent } from 'react';
import { Section } from '../../components/plan';
import { InputsAsked, InputsGiven } from '../../lib/plan/planInputs';

/** The API takes no longer one. */
const LONGEST = 10_000;

const useStyles = makeStyles(
  theme => ({
    form: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'flex-end',
      gap: theme.spacing(1, 2),
    },
    field: { flex: '1 1 180px', maxWidth: 320 },
  }),
  { name: 'StevedoreInputsForm' },
);

export interface InputsFormProps {
  stage: string;
  asked: InputsAsked;
  values: InputsGiven;
  onChange: (values: InputsGiven) => void;
  /** Plans with what stands in the fields. */
  onPlan: () => void;
}

/** What the stage asks for; what is missing or cannot be, the backend says. */
export function InputsForm(props: InputsFormProps) {
  const { stage, asked, values, onChange, onPlan } = props;
  const classes = useStyles();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onPlan();
  };
  return (
    <Section title={`What ${stage} asks for`}>
      <form className={classes.form} onSubmit={submit} noValidate>
        {asked.map(({ name, choices }) => (
          <InputField
            key={name}
            name={name}
            choices={choices}
            value={values[name]}
            onChange={value => onChange({ ...values, [name]: value })}
          />
        ))}
        <Button type="submit" size="small" variant="outlined">
          Plan with these
        </Button>
      </form>
    </Section>
  );
}

interface InputFieldProps {
  name: string;
  choices?: readonly string[];
  value: string;
  onChange: (value: string) => void;
}

function InputField({ name, choices = [], value, onChange }: InputFieldProps) {
  const classes = useStyles();
  const chosen = choices.length > 0;
  return (
    <TextField
      id={`input-${name}`}
      className={classes.field}
      size="small"
      variant="outlined"
      margin="dense"
      label={name}
      required={!chosen}
      select={chosen}
      SelectProps={{ native: true }}
      InputLabelProps={{ shrink: true }}
      inputProps={{ maxLength: LONGEST }}
      value={value}
      onChange={event => onChange(event.target.value)}
    >
      {chosen &&
        choices.map(choice => (
          <option key={choice} value={choice}>
            {choice}
          </option>
        ))}
    </TextField>
  );
}
