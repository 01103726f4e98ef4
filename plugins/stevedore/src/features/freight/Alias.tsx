import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import TextField from '@material-ui/core/TextField';
import { FreightItem, Pipeline } from '@stevedore/plugin-stevedore-common';
import { useState } from 'react';
import { DisabledReasonButton } from '../../components/action';
import { ErrorNotice } from '../../components/notice';
import { useFreightActs } from '../../hooks/useFreightActs';
import { asSentence } from '../../lib/words/plainRefs';

const useStyles = makeStyles(
  theme => ({
    form: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(1),
      marginTop: theme.spacing(1),
    },
  }),
  { name: 'StevedoreAlias' },
);

export interface AliasProps {
  pipeline: Pick<Pipeline, 'project' | 'whyNot'>;
  item: FreightItem;
}

/** Gives freight another name for people. */
export function Alias({ pipeline, item }: AliasProps) {
  const classes = useStyles();
  const { project, whyNot } = pipeline;
  const [alias, setAlias] = useState<string>();
  const { rename } = useFreightActs(project, item.name);
  const change = async () => {
    if (await rename.run({ alias: alias?.trim() ?? '' })) setAlias(undefined);
  };
  return (
    <div>
      <DisabledReasonButton
        id="freight-alias"
        size="small"
        variant="outlined"
        reason={whyNot?.alias && asSentence(whyNot.alias)}
        onClick={() => setAlias(alias === undefined ? item.alias : undefined)}
      >
        Change the alias…
      </DisabledReasonButton>
      {alias !== undefined && (
        <div
          className={classes.form}
          role="group"
          aria-label="Change the alias"
        >
          <TextField
            id="freight-alias-new"
            size="small"
            variant="outlined"
            label="Alias"
            value={alias}
            InputLabelProps={{ shrink: true }}
            inputProps={{ maxLength: 63 }}
            onChange={({ target }) => setAlias(target.value)}
          />
          <DisabledReasonButton
            size="small"
            variant="contained"
            color="primary"
            reason={rename.running ? 'It is being done.' : undefined}
            onClick={() => void change()}
          >
            Change it
          </DisabledReasonButton>
          <Button size="small" onClick={() => setAlias(undefined)}>
            Cancel
          </Button>
        </div>
      )}
      {rename.failure && (
        <ErrorNotice what="It keeps its alias" failure={rename.failure} />
      )}
    </div>
  );
}
