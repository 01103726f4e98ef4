import ButtonBase from '@material-ui/core/ButtonBase';
import { makeStyles } from '@material-ui/core/styles';
import { PipelineWarehouse } from '@stevedore/plugin-stevedore-common';
import { DisabledReasonButton } from '../../../components/action';
import { StateBadge } from '../../../components/state';
import { Version } from '../../../components/text';
import { RelativeTime } from '../../../components/time';
import { useRefreshWarehouse } from '../../../hooks/useRefreshWarehouse';
import { shortWatch } from '../../../lib/words/names';

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
    first: {
      display: 'flex',
      alignItems: 'center',
      justifyContent: 'space-between',
      gap: theme.spacing(1),
      width: '100%',
    },
    name: {
      fontSize: theme.typography.subtitle1.fontSize,
      fontWeight: 'bold',
      '&:hover': { textDecoration: 'underline' },
      '&:focus-visible': {
        outline: `2px solid ${theme.palette.primary.main}`,
        outlineOffset: 2,
      },
    },
    line: {
      maxWidth: '100%',
      overflow: 'hidden',
      textOverflow: 'ellipsis',
      whiteSpace: 'nowrap',
    },
    problem: {
      display: '-webkit-box',
      WebkitLineClamp: 2,
      WebkitBoxOrient: 'vertical',
      overflow: 'hidden',
      overflowWrap: 'anywhere',
    },
    quiet: { color: theme.palette.text.secondary },
  }),
  { name: 'StevedoreWarehouseFacts' },
);

export interface WarehouseFactsProps {
  project: string;
  warehouse: PipelineWarehouse;
  onOpen: () => void;
}

/** What is watched, when it was looked at last, and looking now. */
export function WarehouseFacts(props: WarehouseFactsProps) {
  const classes = useStyles();
  const { project, warehouse, onOpen } = props;
  const { run, running, failure } = useRefreshWarehouse(project);
  const { name, watches, checkedAt, error, whyNot } = warehouse;
  const problem = failure?.sentence ?? error;
  return (
    <div className={classes.facts}>
      <div className={classes.first}>
        <ButtonBase
          id={`warehouse-${name}`}
          className={classes.name}
          onClick={onOpen}
          aria-label={`Warehouse ${name}`}
          title={name}
          disableRipple
        >
          {name}
        </ButtonBase>
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
      {watches.map(watched => (
        <div key={watched} className={classes.line} title={watched}>
          <Version>{shortWatch(watched)}</Version>
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
        <div className={classes.problem} title={problem} role="status">
          <StateBadge badge={{ shape: 'cross', tone: 'bad', word: problem }} />
        </div>
      )}
    </div>
  );
}
