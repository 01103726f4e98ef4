import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import { Pipeline, Promotion } from '@stevedore/plugin-stevedore-common';
import { ReactNode } from 'react';
import { EmptyState, Notice } from '../../../components/notice';
import { SidePanel } from '../../../components/panel';
import { StateBadge } from '../../../components/state';
import { queuedBy } from '../../../lib/promotion/queuedBy';
import { stageLines } from '../../../lib/stage/stageLines';
import { freightVersion } from '../../../lib/words/names';
import { plainRefs } from '../../../lib/words/plainRefs';
import { StageDrift } from './drift/StageDrift';
import { StageRollback } from './rollback/StageRollback';
import { StageRollouts } from './rollout/StageRollouts';
import { StageEntry } from './StageEntry';
import { StageHere } from './StageHere';
import { StageHolds } from './StageHolds';
import { StageHealth } from './StageHealth';
import { StageVerification } from './StageVerification';

const useStyles = makeStyles(
  theme => ({
    buttons: { display: 'flex', flexWrap: 'wrap', gap: theme.spacing(1) },
  }),
  { name: 'StevedoreStageDrawer' },
);

export interface StageDrawerProps {
  pipeline: Pipeline;
  stage: string;
  onClose: () => void;
  onHistory: (stage: string) => void;
  /** Opens what is locked and when what is open. */
  onCalendar: (stage: string) => void;
  /** Opens the plan of going back to this freight. */
  onRollback: (freight: string) => void;
  onPromotion: (promotion: string) => void;
  /** Asks the gates about another time or freight. */
  whatIf?: ReactNode;
}

/** Everything about one stage that its card has no room for. */
export function StageDrawer({
  pipeline,
  stage: name,
  onClose,
  onHistory,
  onCalendar,
  onRollback,
  onPromotion,
  whatIf,
}: StageDrawerProps) {
  const classes = useStyles();
  const stage = pipeline.stages.find(each => each.name === name);
  if (!stage)
    return (
      <SidePanel narrow title={name} onClose={onClose}>
        <EmptyState title={`This pipeline has no stage ${name}`}>
          It may have been renamed or taken out of the definition.
        </EmptyState>
      </SidePanel>
    );
  const current = stage.current && queuedBy(stage.current, pipeline.freight);
  const lines = stageLines(stage, pipeline.freight);
  return (
    <SidePanel
      narrow
      title={<>Stage {name}</>}
      onClose={onClose}
      footer={
        <div className={classes.buttons}>
          <Button
            size="small"
            variant="outlined"
            onClick={() => onHistory(name)}
          >
            History of {name}
          </Button>
          {!pipeline.runBy && (
            <Button
              size="small"
              variant="outlined"
              onClick={() => onCalendar(name)}
            >
              Lock or freeze {name}
            </Button>
          )}
        </div>
      }
    >
      <StateBadge badge={lines.badge} />
      <StageHere stage={stage} />
      {current && <Current promotion={current} onOpen={onPromotion} />}
      <StageEntry stage={stage} />
      {whatIf}
      <StageRollback
        project={pipeline.project}
        stage={stage}
        onRollback={onRollback}
        onPromotion={onPromotion}
      />
      <StageHealth stage={stage} />
      <StageDrift project={pipeline.project} stage={stage} />
      <StageRollouts project={pipeline.project} stage={name} />
      <StageVerification project={pipeline.project} stage={stage} />
      <StageHolds project={pipeline.project} stage={stage} />
    </SidePanel>
  );
}

/** What is on its way there. */
function Current({
  promotion: { name, freight, sentence },
  onOpen,
}: {
  promotion: Promotion;
  onOpen: (promotion: string) => void;
}) {
  return (
    <Notice
      tone="busy"
      actions={
        <Button
          id={`stage-promotion-${name}`}
          size="small"
          variant="outlined"
          onClick={() => onOpen(name)}
        >
          Open the promotion
        </Button>
      }
    >
      {freightVersion(freight)} {plainRefs(sentence)}
    </Notice>
  );
}
