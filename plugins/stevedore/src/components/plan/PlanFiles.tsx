import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { PromotionPlan } from '@stevedore/plugin-stevedore-common';
import { useMemo } from 'react';
import { count, diffSummary } from '../../lib/diff/diffWords';
import { foldedPaths } from '../../lib/diff/foldDiffs';
import {
  changesNothing,
  planTargets,
  PlanTarget,
} from '../../lib/plan/planTargets';
import { DiffView } from '../../lib/url/urlState';
import { DiffSwitch, FileDiffView } from '../diff';
import { Notice } from '../notice';
import { Version } from '../text';
import { Section } from './Section';

const useStyles = makeStyles(
  theme => ({
    target: { '& > * + *': { marginTop: theme.spacing(1) } },
    name: { overflowWrap: 'anywhere' },
    paths: { margin: 0, paddingLeft: theme.spacing(2.5) },
    call: {
      margin: 0,
      padding: theme.spacing(1),
      border: `1px solid ${theme.palette.divider}`,
      whiteSpace: 'pre-wrap',
      overflowWrap: 'anywhere',
      fontSize: theme.typography.caption.fontSize,
    },
  }),
  { name: 'StevedorePlanFiles' },
);

export interface PlanFilesProps {
  plan: PromotionPlan;
  view: DiffView;
  onView: (view: DiffView) => void;
}

/** Everything that would be written, file by file. */
export function PlanFiles({ plan, view, onView }: PlanFilesProps) {
  const targets = useMemo(() => planTargets(plan), [plan]);
  const shown = targets.some(({ diffs }) => diffs && diffs.length > 0);
  return (
    <Section
      title="What would be written"
      action={shown && <DiffSwitch view={view} onChange={onView} />}
    >
      {plan.problem && (
        <Notice tone="bad">It would fail: {plan.problem}</Notice>
      )}
      {plan.hidden && (
        <Notice tone="quiet">
          Only names of files are shown. {plan.hidden}
        </Notice>
      )}
      {plan.unplanned && <Notice tone="quiet">{plan.unplanned}</Notice>}
      {changesNothing(plan) && (
        <Notice tone="good">Changes nothing: it is already there.</Notice>
      )}
      {targets.map(target => (
        <Target key={target.step} target={target} view={view} />
      ))}
    </Section>
  );
}

function Target({ target, view }: { target: PlanTarget; view: DiffView }) {
  const classes = useStyles();
  const { diffs, paths, call } = target;
  const folded = useMemo(() => foldedPaths(diffs ?? []), [diffs]);
  return (
    <div className={classes.target}>
      <Typography variant="body2" className={classes.name}>
        {target.unknown ? (
          <>
            {target.kind}: {target.target}
          </>
        ) : (
          <Version>{target.target}</Version>
        )}
        {paths.length > 0 &&
          ` · ${diffs ? diffSummary(diffs) : count(paths.length, 'file')}`}
      </Typography>
      {diffs?.map((diff, index) => (
        <FileDiffView
          key={diff.path}
          diff={diff}
          view={view}
          folded={folded.has(index)}
        />
      ))}
      {!diffs && paths.length > 0 && (
        <ul className={classes.paths}>
          {paths.map(path => (
            <li key={path}>
              <Version>{path}</Version>
            </li>
          ))}
        </ul>
      )}
      {call && <pre className={classes.call}>{call}</pre>}
    </div>
  );
}
