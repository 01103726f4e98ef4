import { makeStyles } from '@material-ui/core/styles';
import TextField from '@material-ui/core/TextField';
import Typography from '@material-ui/core/Typography';
import {
  FoundVersions,
  WarehouseDetail,
} from '@stevedore/plugin-stevedore-common';
import { useState } from 'react';
import { DisabledReasonButton, ReasonField } from '../../components/action';
import { ErrorNotice } from '../../components/notice';
import { useAssemble } from '../../hooks/useWarehouse';
import {
  assembleAsk,
  Chosen,
  foundKey,
  foundLabel,
  versionChoice,
} from '../../lib/warehouse/assemble';

const useStyles = makeStyles(
  theme => ({
    section: { '& > * + *': { marginTop: theme.spacing(1.5) } },
    // a long commit message must not make the drawer scroll
    choice: { '& select': { textOverflow: 'ellipsis' } },
  }),
  { name: 'StevedoreAssembleForm' },
);

export interface AssembleFormProps {
  project: string;
  detail: WarehouseDetail;
  /** Why the reader may not, from the backend. */
  whyNot?: string;
  onFreight: (freight: string) => void;
}

/** Freight of versions that somebody chooses, one of each subscription. */
export function AssembleForm(props: AssembleFormProps) {
  const { project, detail, whyNot, onFreight } = props;
  const { warehouse, found } = detail;
  const classes = useStyles();
  const [chosen, setChosen] = useState<Chosen>({});
  const [alias, setAlias] = useState('');
  const [reason, setReason] = useState('');
  const { run, running, failure } = useAssemble(project);
  const assemble = async () => {
    const freight = await run(
      assembleAsk(warehouse.name, found, {
        chosen,
        alias: alias.trim() || undefined,
        reason: reason.trim() || undefined,
      }),
    );
    if (freight) onFreight(freight.name);
  };
  return (
    <section className={classes.section}>
      <Typography variant="subtitle1" component="h3">
        Assemble freight
      </Typography>
      <Typography variant="body2">
        One version of each; then it is promoted as any other.
      </Typography>
      {found.map(each => {
        const key = foundKey(each);
        return (
          <Choice
            key={key}
            found={each}
            value={chosen[key] ?? 0}
            onChange={at => setChosen({ ...chosen, [key]: at })}
          />
        );
      })}
      <TextField
        fullWidth
        id="assemble-alias"
        size="small"
        variant="outlined"
        label="Alias (is made up when empty)"
        InputLabelProps={{ shrink: true }}
        value={alias}
        inputProps={{ maxLength: 63 }}
        onChange={event => setAlias(event.target.value)}
      />
      <ReasonField value={reason} onChange={setReason} />
      {failure && (
        <ErrorNotice what="It was not put together" failure={failure} />
      )}
      <DisabledReasonButton
        variant="contained"
        color="primary"
        reason={whyNot ?? (running ? 'It is being done.' : undefined)}
        onClick={() => void assemble()}
      >
        Assemble
      </DisabledReasonButton>
    </section>
  );
}

interface ChoiceProps {
  found: FoundVersions;
  value: number;
  onChange: (at: number) => void;
}

function Choice({ found, value, onChange }: ChoiceProps) {
  const classes = useStyles();
  return (
    <TextField
      select
      fullWidth
      className={classes.choice}
      id={`assemble ${foundKey(found)}`}
      size="small"
      variant="outlined"
      label={foundLabel(found)}
      value={value}
      SelectProps={{ native: true }}
      InputLabelProps={{ shrink: true }}
      onChange={event => onChange(Number(event.target.value))}
    >
      {found.versions.length === 0 && <option value={0}>nothing found</option>}
      {found.versions.map((version, at) => (
        <option key={`${version.version} ${version.digest}`} value={at}>
          {versionChoice(version)}
        </option>
      ))}
    </TextField>
  );
}
