import Button from '@material-ui/core/Button';
import { FreightSummary } from '@stevedore/plugin-stevedore-common';
import { Section } from '../../components/plan';
import { Supposed } from '../../lib/url/urlState';
import { WhatIfAnswer } from './WhatIfAnswer';
import { WhatIfForm } from './WhatIfForm';

export interface WhatIfProps {
  project: string;
  stage: string;
  /** Freight to choose from, newest first; any other may be named. */
  freight: readonly FreightSummary[];
  /** Name of the freight that it begins with. */
  begin?: string;
  /** What the address asks. */
  asked: Supposed;
  onAsk: (asked: Supposed) => void;
}

/** What the gates would say at another time, or of other freight. */
export function WhatIf(props: WhatIfProps) {
  const { project, stage, freight, asked, onAsk } = props;
  const begin = props.begin ?? freight[0]?.name;
  const { ifFreight, at } = asked;
  if (begin === undefined && ifFreight === undefined) return null;
  return (
    <Section
      title="What if"
      action={
        <Button
          id={`what-if-${stage}`}
          size="small"
          variant="outlined"
          aria-expanded={ifFreight !== undefined}
          onClick={() => onAsk(ifFreight ? {} : { ifFreight: begin })}
        >
          {ifFreight ? 'Close what if' : 'Ask about another time or freight'}
        </Button>
      }
    >
      {ifFreight && (
        <>
          <WhatIfForm
            key={`${ifFreight} ${at}`}
            freight={freight}
            asked={{ ifFreight, at }}
            onAsk={onAsk}
          />
          <WhatIfAnswer
            project={project}
            ask={{ stage, freight: ifFreight, at }}
          />
        </>
      )}
    </Section>
  );
}
