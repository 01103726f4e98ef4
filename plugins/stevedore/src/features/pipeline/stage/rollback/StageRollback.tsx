import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import {
  PipelineStage,
  RollbackOption,
} from '@stevedore/plugin-stevedore-common';
import { useState } from 'react';
import { DisabledReasonButton } from '../../../../components/action';
import { Notice } from '../../../../components/notice';
import { RelativeTime } from '../../../../components/time';
import { freightVersion, originName } from '../../../../lib/words/names';
import { asBeginning, asSentence } from '../../../../lib/words/plainRefs';
import { EarlierList } from './EarlierList';

const useStyles = makeStyles(
  theme => ({
    section: { '& > * + *': { marginTop: theme.spacing(1) } },
    way: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(1),
    },
  }),
  { name: 'StevedoreStageRollback' },
);

export interface StageRollbackProps {
  project: string;
  stage: PipelineStage;
  /** Opens the plan of going back to this freight. */
  onRollback: (freight: string) => void;
  onPromotion: (promotion: string) => void;
}

/** Going back to what was verified last, or to anything earlier; and what the last rollback was. */
export function StageRollback(props: StageRollbackProps) {
  const { project, stage, onRollback, onPromotion } = props;
  const classes = useStyles();
  const [choosing, setChoosing] = useState(false);
  const { rollbacks = [], rollback } = stage;
  if (rollbacks.length === 0 && !rollback) return null;
  const { promotion } = rollback ?? {};
  return (
    <section className={classes.section}>
      <Typography variant="subtitle1" component="h3">
        Roll back
      </Typography>
      {rollback && (
        <Notice
          tone="attention"
          actions={
            promotion && (
              <Button
                id={`stage-rollback-${promotion}`}
                size="small"
                variant="outlined"
                onClick={() => onPromotion(promotion)}
              >
                Open the rollback
              </Button>
            )
          }
        >
          {asBeginning(rollback.sentence)} <RelativeTime at={rollback.at} />
        </Notice>
      )}
      {rollbacks.map(option => (
        <Way
          key={option.origin}
          option={option}
          named={rollbacks.length > 1}
          whyNot={stage.whyNot?.rollback}
          onRollback={onRollback}
        />
      ))}
      {rollbacks.some(hasMore) && (
        <Button
          size="small"
          aria-expanded={choosing}
          onClick={() => setChoosing(!choosing)}
        >
          Back to something earlier
        </Button>
      )}
      {choosing && (
        <EarlierList
          project={project}
          stage={stage.name}
          onRollback={onRollback}
        />
      )}
    </section>
  );
}

/** Something that its button does not lead to. */
function hasMore({ earlierCount, to }: RollbackOption): boolean {
  return earlierCount > (to ? 1 : 0);
}

interface WayProps {
  option: RollbackOption;
  /** There are several: its origin is said. */
  named: boolean;
  whyNot?: string;
  onRollback: (freight: string) => void;
}

function Way({ option, named, whyNot, onRollback }: WayProps) {
  const classes = useStyles();
  const { origin, to, verifiedAt, whyNot: noWay } = option;
  const of = named ? `${originName(origin)} ` : '';
  if (!to)
    return (
      <Typography variant="body2">
        {of}
        {noWay && asSentence(noWay)}
      </Typography>
    );
  return (
    <div className={classes.way}>
      <DisabledReasonButton
        id={`rollback-${origin}`}
        size="small"
        variant="contained"
        color="primary"
        reason={whyNot ?? (noWay && asSentence(noWay))}
        onClick={() => onRollback(to.name)}
      >
        Back to {of}
        {freightVersion(to)}
      </DisabledReasonButton>
      {verifiedAt && (
        <Typography variant="body2" component="span">
          verified here <RelativeTime at={verifiedAt} />
        </Typography>
      )}
    </div>
  );
}
