import { ErrorNotice, Loading, Notice } from '../../components/notice';
import { GateList } from '../../components/plan';
import { useWhatIf, WhatIfAsk } from '../../hooks/useWhatIf';
import { momentText } from '../../lib/calendar/agenda';
import { asSentence } from '../../lib/words/plainRefs';

export interface WhatIfAnswerProps {
  project: string;
  ask: WhatIfAsk;
}

/** Every gate's answer to what was asked. */
export function WhatIfAnswer({ project, ask }: WhatIfAnswerProps) {
  const { data, loading, failure, reload } = useWhatIf(project, ask);
  if (loading) return <Loading what="Asking every gate" />;
  return (
    <>
      {failure && (
        <ErrorNotice
          what="The gates cannot say"
          failure={failure}
          retry={reload}
        />
      )}
      {data && !failure && (
        <>
          <Notice tone={data.open ? 'good' : 'attention'} role="status">
            {ask.at ? `At ${momentText(ask.at)}: ` : 'Now: '}
            {asSentence(data.sentence)}
          </Notice>
          <GateList gates={data.gates} />
        </>
      )}
    </>
  );
}
