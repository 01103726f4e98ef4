import { StateBadge } from '../../../components/state';
import { useDrift } from '../../../hooks/useDrift';
import { driftBadge } from '../../../lib/words/driftBadge';

/** Says that Git or what runs is not what was promoted; where nothing differs, or it is not known, it says nothing. */
export function DriftWord({
  project,
  stage,
}: {
  project: string;
  stage: string;
}) {
  const { data } = useDrift(project);
  const drift = data?.stages.find(each => each.stage === stage);
  if (drift?.verdict !== 'gitDiffers' && drift?.verdict !== 'clusterDiffers')
    return null;
  return <StateBadge badge={driftBadge(drift.verdict)} />;
}
