import Typography from '@material-ui/core/Typography';
import { PipelineStage } from '@stevedore/plugin-stevedore-common';
import { GateList } from '../../../components/freight';
import { count } from '../../../lib/diff/diffWords';
import { asSentence } from '../../../lib/words/plainRefs';

/** What keeps anything from entering now, and how what waits goes. */
export function StageEntry({ stage }: { stage: PipelineStage }) {
  const { gates = [], queue, queued } = stage;
  if (gates.length === 0 && !queue) return null;
  return (
    <section>
      <Typography variant="subtitle1" component="h3">
        Entering
      </Typography>
      {gates.length > 0 && <GateList gates={gates} />}
      {queue && (
        <Typography variant="body2">
          {queued > 0 && `${count(queued, 'promotion')} in the queue. `}
          {asSentence(queue)}
        </Typography>
      )}
    </section>
  );
}
