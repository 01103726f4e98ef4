import { makeStyles } from '@material-ui/core/styles';
import TextField from '@material-ui/core/TextField';
import { FreightSummary } from '@stevedore/plugin-stevedore-common';
import { useId } from 'react';
import { freightVersion } from '../../lib/words/names';

const useStyles = makeStyles(
  { field: { minWidth: 0 } },
  { name: 'StevedoreFreightField' },
);

export interface FreightFieldProps {
  id: string;
  label: string;
  value: string;
  onChange: (value: string) => void;
  /** To choose from, newest first; any other may be named. */
  freight: readonly FreightSummary[];
}

/** Names freight by its alias or its name. */
export function FreightField(props: FreightFieldProps) {
  const { id, label, value, onChange, freight } = props;
  const classes = useStyles();
  const list = useId();
  return (
    <div className={classes.field}>
      <TextField
        id={id}
        label={label}
        helperText="Alias or name"
        size="small"
        variant="outlined"
        fullWidth
        value={value}
        onChange={event => onChange(event.target.value)}
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
    </div>
  );
}
