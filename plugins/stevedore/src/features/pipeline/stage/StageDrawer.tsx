import Button from '@material-ui/core/Button';
import { Pipeline } from '@stevedore/plugin-stevedore-common';
import { EmptyState } from '../../../components/notice';
import { SidePanel } from '../../../components/panel';
import { StateBadge } from '../../../components/state';
import { stageLines } from '../../../lib/stage/stageLines';
import { StageHere } from './StageHere';

export interface StageDrawerProps {
  pipeline: Pipeline;
  stage: string;
  onClose: () => void;
  onHistory: (stage: string) => void;
}

/** Everything about one stage that its card has no room for. */
export function StageDrawer({
  pipeline,
  stage: name,
  onClose,
  onHistory,
}: StageDrawerProps) {
  const stage = pipeline.stages.find(each => each.name === name);
  if (!stage)
    return (
      <SidePanel narrow title={name} onClose={onClose}>
        <EmptyState title={`This pipeline has no stage ${name}`}>
          It may have been renamed or taken out of the definition.
        </EmptyState>
      </SidePanel>
    );
  const lines = stageLines(stage, pipeline.freight);
  return (
    <SidePanel
      narrow
      title={<>Stage {name}</>}
      onClose={onClose}
      footer={
        <Button size="small" variant="outlined" onClick={() => onHistory(name)}>
          History of {name}
        </Button>
      }
    >
      <StateBadge badge={lines.badge} />
      <StageHere stage={stage} />
    </SidePanel>
  );
}
