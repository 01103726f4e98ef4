import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import { Delegation } from '@stevedore/plugin-stevedore-common';
import { useState } from 'react';
import { ErrorNotice, Loading } from '../../components/notice';
import { Section } from '../../components/plan';
import { PersonName } from '../../components/text';
import { RelativeTime } from '../../components/time';
import { useDelegating, useDelegations } from '../../hooks/usePeople';
import { DelegateForm } from './DelegateForm';

/** Who decides for the reader while absent, and for whom the reader decides; opened by those who want it. */
export function Delegations({ project }: { project: string }) {
  const [open, setOpen] = useState(false);
  return (
    <div>
      <Button
        id="delegations"
        size="small"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        Delegate my decisions
      </Button>
      {open && <Opened project={project} />}
    </div>
  );
}

function Opened({ project }: { project: string }) {
  const { data, loading, failure, reload } = useDelegations(project);
  const { end } = useDelegating(project);
  return (
    <Section title="Delegations">
      {loading && <Loading what="Reading delegations" />}
      {failure && (
        <ErrorNotice
          what="Delegations cannot be shown"
          failure={failure}
          retry={reload}
        />
      )}
      {data && data.given.length + data.received.length === 0 && (
        <Typography variant="body2">There are none.</Typography>
      )}
      <ul>
        {data?.given.map(each => (
          <li key={each.id}>
            <PersonName entityRef={each.delegate} /> decides for you{' '}
            <Terms delegation={each} />{' '}
            <Button
              size="small"
              variant="outlined"
              onClick={() => void end.run({ id: each.id })}
            >
              End it
            </Button>
          </li>
        ))}
        {data?.received.map(each => (
          <li key={each.id}>
            You decide for <PersonName entityRef={each.delegator} />{' '}
            <Terms delegation={each} />
          </li>
        ))}
      </ul>
      {end.failure && (
        <ErrorNotice what="It was not ended" failure={end.failure} />
      )}
      <DelegateForm project={project} />
    </Section>
  );
}

function Terms({ delegation }: { delegation: Delegation }) {
  const { from, until, reason, inForce } = delegation;
  return (
    <>
      {!inForce && (
        <>
          (begins <RelativeTime at={from} />){' '}
        </>
      )}
      (ends <RelativeTime at={until} />
      ): “{reason}”
    </>
  );
}
