import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { PipelineWarehouse } from '@stevedore/plugin-stevedore-common';
import { DisabledReasonButton } from '../../../components/action';
import { StateBadge } from '../../../components/state';
import { Version } from '../../../components/text';
import { RelativeTime } from '../../../components/time';
import { useRefreshWarehouse } from '../../../hooks/useRefreshWarehouse';

const useStyles = makeStyles(
  theme => ({
    facts: {
      display: 'flex',
      flexDirection: 'column',
      alignItems: 'flex-start',
      gap: theme.spacing(0.5),
      minWidth: 0,
      height: '100%',
      fontSize: theme.typography.body2.fontSize,
      color: theme.palette.text.primary,
    },
    name: { fontWeight: 'bold' },
    line: {
      maxWidth: '100%',
      overflow: 'hidden',
      textOverflow: 'ellipsis',
      whiteSpace: 'nowrap',
    },
    quiet: { color: theme.palette.text.secondary },
    button: { marginTop: 'auto' },
  }),
  { name: 'StevedoreWarehouseFacts' },
);

export interface WarehouseFactsProps {
  project: string;
  warehouse: PipelineWarehouse;
}

/** What is watched, when it was looked at last, and looking now. */
export function WarehouseFacts({ project, warehouse }: WarehouseFactsProps) {
  const classes = useStyles();
  const { run, running, failure } = useRefreshWarehouse(project);
  const { name, watches, checkedAt, error, whyNot } = warehouse;
  const problem = failure?.sentence ?? error;
  return (
    <div className={classes.facts}>
      <Typography component="h4" variant="subtitle1" className={classes.name}>
        {name}
      </Typography>
      {watches.map(watched => (
        <div key={watched} className={classes.line} title={watched}>
          <Version>{watched}</Version>
        </div>
      ))}
      <div className={classes.quiet}>
        {checkedAt ? (
          <>
            checked <RelativeTime at={checkedAt} />
          </>
        ) : (
          'not checked yet'
        )}
      </div>
      {problem && (
        <div className={classes.line} title={problem} role="status">
          <StateBadge badge={{ shape: 'cross', tone: 'bad', word: problem }} />
        </div>
      )}
      <div className={classes.button}>
        <DisabledReasonButton
          size="small"
          variant="outlined"
          reason={running ? 'It is being looked at now.' : whyNot}
          aria-label={`Refresh ${name}`}
          onClick={() => void run(name)}
        >
          Refresh
        </DisabledReasonButton>
      </div>
    </div>
  );
}
