import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import {
  FreightItem,
  Pipeline,
  PipelineStage,
} from '@stevedore/plugin-stevedore-common';
import { DisabledReasonButton } from '../../components/action';
import { Section } from '../../components/plan';
import { StateBadge } from '../../components/state';
import { useOneFreight } from '../../hooks/useOneFreight';
import { cellView } from '../../lib/grid/cellView';
import { stagesAfter } from '../../lib/stage/stagesAfter';

const useStyles = makeStyles(
  theme => ({
    list: {
      listStyle: 'none',
      margin: 0,
      padding: 0,
      '& > li': {
        display: 'flex',
        flexWrap: 'wrap',
        alignItems: 'center',
        gap: theme.spacing(0.5, 1.5),
        padding: theme.spacing(0.75, 0),
        borderTop: `1px solid ${theme.palette.divider}`,
      },
    },
    what: { flex: '1 1 200px', minWidth: 0, overflowWrap: 'anywhere' },
  }),
  { name: 'StevedoreAfterIt' },
);

export interface AfterItProps {
  pipeline: Pipeline;
  /** Name of the stage that is planned. */
  stage: string;
  /** Name of the freight. */
  freight: string;
  /** Opens the plan of a stage that comes after. */
  onPlan: (stage: string) => void;
}

/** Where the freight goes on to from here, and what each of those stages says of it; nothing after the last stage. */
export function AfterIt({ pipeline, stage, freight, onPlan }: AfterItProps) {
  const classes = useStyles();
  const { project, stages, freight: page } = pipeline;
  const known = page.items.find(({ name }) => name === freight);
  const { data } = useOneFreight(project, freight, !known);
  const item = known ?? data;
  const after = item ? stagesAfter(stages, stage, item.origin) : [];
  if (!item || after.length === 0) return null;
  return (
    <Section title="And everything after it">
      <ul className={classes.list}>
        {after.map(each => (
          <li key={each.name}>
            <StageAfter item={item} stage={each} onPlan={onPlan} />
          </li>
        ))}
      </ul>
    </Section>
  );
}

interface StageAfterProps extends Pick<AfterItProps, 'onPlan'> {
  item: FreightItem;
  stage: PipelineStage;
}

function StageAfter({ item, stage, onPlan }: StageAfterProps) {
  const classes = useStyles();
  const { name, autoPromotion } = stage;
  const cell = item.cells.find(each => each.stage === name);
  if (!cell) return null;
  const { badge, sentence, promote } = cellView(cell, item, stage);
  return (
    <>
      <div className={classes.what}>
        <strong>{name}</strong> <StateBadge badge={badge} />
        <Typography variant="body2">
          {sentence}
          {autoPromotion && ' What may enter comes in by itself.'}
        </Typography>
      </div>
      {promote && (
        <DisabledReasonButton
          id={`plan-after-${name}`}
          size="small"
          variant="outlined"
          reason={promote.reason}
          onClick={() => onPlan(name)}
        >
          Plan for {name}
        </DisabledReasonButton>
      )}
    </>
  );
}
