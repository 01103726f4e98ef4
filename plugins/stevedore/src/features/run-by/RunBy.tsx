import { Pipeline } from '@stevedore/plugin-stevedore-common';
import { Notice } from '../../components/notice';
import { Version } from '../../components/text';
import { asSentence } from '../../lib/words/plainRefs';

/** Who runs the pipeline when the portal does not, and whether it can be seen. */
export function RunBy({ pipeline }: { pipeline: Pipeline }) {
  const { runBy } = pipeline;
  if (!runBy) return null;
  const { name, target, unseen } = runBy;
  return (
    <section aria-label="Who runs it">
      <Notice tone={unseen ? 'bad' : 'quiet'}>
        <strong>{name} runs this pipeline</strong> in{' '}
        <Version>{target}</Version>.{' '}
        {unseen
          ? `Nothing of it can be seen now, and nothing is guessed. ${asSentence(
              unseen,
            )}`
          : `Here is what it says; what you ask for here is asked of it, in your name.`}
      </Notice>
    </section>
  );
}
