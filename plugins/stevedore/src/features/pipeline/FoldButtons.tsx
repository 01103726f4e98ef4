import { PipelineStage } from '@stevedore/plugin-stevedore-common';
import { FoldButton } from '../../components/stage';
import {
  Folds,
  isFolded,
  parallelGroups,
  StageGroup,
} from '../../lib/stage/parallelStages';

export interface Folding {
  folds: Folds;
  onFold: (group: StageGroup) => void;
}

/** Of the button that stays where it is, folded or not. */
export const foldButtonId = ({ id }: StageGroup) => `fold-${id}`;

/** One for each group of parallel stages. */
export function FoldButtons({
  stages,
  folds,
  onFold,
}: Folding & { stages: readonly PipelineStage[] }) {
  return (
    <>
      {parallelGroups(stages).map(group => (
        <FoldButton
          key={group.id}
          id={foldButtonId(group)}
          group={group}
          folded={isFolded(group, folds)}
          onToggle={() => onFold(group)}
        />
      ))}
    </>
  );
}
