import { makeStyles } from '@material-ui/core/styles';
import { PromotionDetail } from '@stevedore/plugin-stevedore-common';
import { EmptyState } from '../../../components/notice';
import { Section } from '../../../components/plan';
import { stepLines } from '../../../lib/promotion/stepLines';
import { StepItem } from './StepItem';

const useStyles = makeStyles(
  theme => ({
    list: {
      margin: 0,
      padding: 0,
      listStyle: 'none',
      '& > li': {
        padding: theme.spacing(0.5, 0),
        borderTop: `1px solid ${theme.palette.divider}`,
      },
    },
  }),
  { name: 'StevedoreStepList' },
);

export interface StepListProps {
  detail: PromotionDetail;
  /** Alias of the step that is open. */
  open?: string;
  onOpen: (step?: string) => void;
}

/** Steps from top to bottom, each with its state, duration and result. */
export function StepList({ detail, open, onOpen }: StepListProps) {
  const classes = useStyles();
  const lines = stepLines(detail);
  return (
    <Section title="Steps">
      {lines.length === 0 && <EmptyState title="It has no steps" />}
      <ol className={classes.list}>
        {lines.map(line => (
          <li key={line.index}>
            <StepItem
              line={line}
              detail={detail}
              open={open === line.alias}
              onToggle={() =>
                onOpen(open === line.alias ? undefined : line.alias)
              }
            />
          </li>
        ))}
      </ol>
    </Section>
  );
}
