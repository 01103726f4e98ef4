import ButtonBase from '@material-ui/core/ButtonBase';
import { makeStyles } from '@material-ui/core/styles';
import { StateBadge } from '../../../components/state';
import { Version } from '../../../components/text';
import { Countdown, Since } from '../../../components/time';
import { StageLines } from '../../../lib/stage/stageLines';
import { DriftWord } from './DriftWord';

const useStyles = makeStyles(
  theme => ({
    facts: {
      display: 'flex',
      flexDirection: 'column',
      gap: theme.spacing(0.5),
      minWidth: 0,
      fontSize: theme.typography.body2.fontSize,
      fontVariantNumeric: 'tabular-nums',
      color: theme.palette.text.primary,
    },
    first: {
      display: 'flex',
      justifyContent: 'space-between',
      gap: theme.spacing(1),
    },
    // the whole card opens the stage
    name: {
      position: 'static',
      fontSize: theme.typography.subtitle1.fontSize,
      fontWeight: 'bold',
      overflow: 'hidden',
      textOverflow: 'ellipsis',
      whiteSpace: 'nowrap',
      '&::after': { content: '""', position: 'absolute', inset: 0 },
      '&&&:focus-visible': { outline: 'none' },
      '&:focus-visible::after': {
        outline: `2px solid ${theme.palette.primary.main}`,
        outlineOffset: -2,
      },
    },
    line: {
      overflow: 'hidden',
      textOverflow: 'ellipsis',
      whiteSpace: 'nowrap',
    },
    quiet: { color: theme.palette.text.secondary },
    next: {
      display: '-webkit-box',
      WebkitLineClamp: 2,
      WebkitBoxOrient: 'vertical',
      overflow: 'hidden',
    },
  }),
  { name: 'StevedoreStageFacts' },
);

export interface StageFactsProps {
  project: string;
  lines: StageLines;
  onOpen: () => void;
}

/** The four lines of a stage, in the graph as in the list. */
export function StageFacts({ project, lines, onOpen }: StageFactsProps) {
  const classes = useStyles();
  const { name, badge, here, since, next } = lines;
  return (
    <div className={classes.facts}>
      <div className={classes.first}>
        <ButtonBase
          id={`stage-${name}`}
          className={classes.name}
          onClick={onOpen}
          aria-label={`Stage ${name}`}
          title={name}
          disableRipple
        >
          {name}
        </ButtonBase>
        <StateBadge badge={badge} />
      </div>
      {here.length === 0 && <div className={classes.quiet}>nothing yet</div>}
      {here.map(({ freight, version, alias }) => (
        <div key={freight} className={classes.line}>
          <Version title={freight}>{version}</Version>{' '}
          <span className={classes.quiet}>{alias}</span>
        </div>
      ))}
      {since && (
        <div className={classes.first}>
          <span className={classes.quiet}>
            <Since at={since} />
          </span>
          <DriftWord project={project} stage={name} />
        </div>
      )}
      {next && (
        <div className={classes.next} title={next.sentence}>
          {next.sentence} {next.clearsAt && <Countdown until={next.clearsAt} />}
        </div>
      )}
    </div>
  );
}
