import Button from '@material-ui/core/Button';
import Link from '@material-ui/core/Link';
import { makeStyles } from '@material-ui/core/styles';
import { PromotionDetail } from '@stevedore/plugin-stevedore-common';
import { useId } from 'react';
import { StateBadge } from '../../../components/state';
import { Version } from '../../../components/text';
import { Took } from '../../../components/time';
import { StepLine } from '../../../lib/promotion/stepLines';
import { StepDetail } from './StepDetail';
import { StepProblem } from './StepProblem';

const useStyles = makeStyles(
  theme => ({
    line: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(0, 1.5),
      fontVariantNumeric: 'tabular-nums',
    },
    name: { flex: '1 1 160px', minWidth: 0, overflowWrap: 'anywhere' },
    uses: { color: theme.palette.text.secondary },
    result: {
      paddingBottom: theme.spacing(0.5),
      overflowWrap: 'anywhere',
      fontSize: theme.typography.body2.fontSize,
    },
  }),
  { name: 'StevedoreStepItem' },
);

export interface StepItemProps {
  line: StepLine;
  detail: PromotionDetail;
  open: boolean;
  onToggle: () => void;
}

/** One step: state, duration and result in two lines; the rest when it is opened. */
export function StepItem({ line, detail, open, onToggle }: StepItemProps) {
  const classes = useStyles();
  const id = useId();
  const { index, name, kind, badge, started, ended, result, links, failed } =
    line;
  return (
    <>
      <div className={classes.line}>
        <span className={classes.name}>
          <Version>{name}</Version>{' '}
          {kind && <span className={classes.uses}>{kind}</span>}
        </span>
        <StateBadge badge={badge} />
        {started !== undefined && <Took from={started} to={ended} />}
        <Button
          size="small"
          aria-expanded={open}
          aria-controls={open ? id : undefined}
          aria-label={`${open ? 'Fold' : 'Open'} step ${index + 1}, ${name}`}
          onClick={onToggle}
        >
          {open ? 'Fold' : 'Open'}
        </Button>
      </div>
      {!failed && (result || links.length > 0) && (
        <div className={classes.result}>
          {result}{' '}
          {links.map(({ title, url }) => (
            <Link key={url} href={url} target="_blank" rel="noopener">
              {title}
            </Link>
          ))}
        </div>
      )}
      {failed && <StepProblem step={detail.steps[index]} />}
      {open && (
        <div id={id}>
          <StepDetail detail={detail} index={index} />
        </div>
      )}
    </>
  );
}
