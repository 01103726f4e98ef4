import {
  FreightChange,
  GateVerdict,
  PromotionPlan,
} from '@stevedore/plugin-stevedore-common';
import { makeStyles } from '@material-ui/core/styles';
import { DiffView } from '../../lib/url/urlState';
import { CommitsRead } from '../commits';
import { FromTo } from './FromTo';
import { GateList } from './GateList';
import { PlanFiles } from './PlanFiles';
import { PlannedSteps } from './PlannedSteps';

const useStyles = makeStyles(
  theme => ({ parts: { '& > * + *': { marginTop: theme.spacing(3) } } }),
  { name: 'StevedorePlanView' },
);

export interface PlanViewProps {
  plan: PromotionPlan;
  change?: FreightChange;
  /** Those between what is there and what would be. */
  commits?: CommitsRead;
  /** Absent where they were passed before. */
  gates?: readonly GateVerdict[];
  view: DiffView;
  onView: (view: DiffView) => void;
}

/** What a promotion would do, whoever reads it: before asking for it, and before approving it. */
export function PlanView(props: PlanViewProps) {
  const { plan, change, commits, gates, view, onView } = props;
  const classes = useStyles();
  return (
    <div className={classes.parts}>
      {change && <FromTo change={change} commits={commits} />}
      <PlanFiles plan={plan} view={view} onView={onView} />
      {gates && <GateList gates={gates} />}
      <PlannedSteps plan={plan} />
    </div>
  );
}
