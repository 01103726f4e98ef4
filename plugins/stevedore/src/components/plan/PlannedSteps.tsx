import { makeStyles } from '@material-ui/core/styles';
import { PromotionPlan } from '@stevedore/plugin-stevedore-common';
import { plannedSteps } from '../../lib/plan/planSteps';
import { EmptyState } from '../notice';
import { StateBadge } from '../state';
import { Version } from '../text';
import { Section } from './Section';

const useStyles = makeStyles(
  theme => ({
    list: {
      margin: 0,
      paddingLeft: theme.spacing(3),
      lineHeight: theme.typography.body1.lineHeight,
    },
    line: {
      display: 'flex',
      flexWrap: 'wrap',
      gap: theme.spacing(0, 1.5),
      overflowWrap: 'anywhere',
    },
    uses: { color: theme.palette.text.secondary },
  }),
  { name: 'StevedorePlannedSteps' },
);

/** Steps that would run, in their order. */
export function PlannedSteps({ plan }: { plan: PromotionPlan }) {
  const classes = useStyles();
  const steps = plannedSteps(plan);
  return (
    <Section title="Steps that would run">
      {steps.length === 0 && <EmptyState title="No step would run." />}
      <ol className={classes.list}>
        {steps.map(({ alias, name, kind, badge, sentence }) => (
          <li key={alias}>
            <div className={classes.line}>
              <Version>{name}</Version>
              {kind && <span className={classes.uses}>{kind}</span>}
              <StateBadge badge={badge} />
              {sentence && <span>{sentence}</span>}
            </div>
          </li>
        ))}
      </ol>
    </Section>
  );
}
