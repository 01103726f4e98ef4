import Button from '@material-ui/core/Button';
import { FreightItem, Pipeline } from '@stevedore/plugin-stevedore-common';
import { CommitsBetween } from '../../components/commits';
import { FreightReading } from '../../components/freight';
import { SidePanel } from '../../components/panel';
import { Section } from '../../components/plan';
import { useCommits } from '../../hooks/useCommits';
import { useOneFreight } from '../../hooks/useOneFreight';
import { freightVersion } from '../../lib/words/names';
import { ComparedEnds, CompareForm } from './CompareForm';
import { CompareTable } from './CompareTable';

export interface CompareDrawerProps extends ComparedEnds {
  pipeline: Pipeline;
  onEnds: (ends: ComparedEnds) => void;
  onClose: () => void;
}

/** Any two freight: what they are made of, and the commits between. */
export function CompareDrawer(props: CompareDrawerProps) {
  const { pipeline, from, to, onEnds, onClose } = props;
  const { project } = pipeline;
  const ends = [
    { named: from, read: useOneFreight(project, from) },
    { named: to, read: useOneFreight(project, to) },
  ];
  const [older, newer] = ends.map(({ read }) => read.data);
  const title =
    older && newer
      ? `Compare ${freightVersion(older)} and ${freightVersion(newer)}`
      : 'Compare freight';
  return (
    <SidePanel title={title} onClose={onClose}>
      <CompareForm
        key={`${from} ${to}`}
        {...{ from, to, onEnds }}
        freight={pipeline.freight.items}
      />
      {ends.map(({ named, read }, index) => (
        <div key={index ? 'to' : 'from'}>
          <FreightReading named={named} read={read} />
        </div>
      ))}
      {older && newer && (
        <Compared
          project={project}
          {...{ older, newer }}
          onTurn={() => onEnds({ from: to, to: from })}
        />
      )}
    </SidePanel>
  );
}

interface ComparedProps {
  project: string;
  older: FreightItem;
  newer: FreightItem;
  onTurn: () => void;
}

function Compared({ project, older, newer, onTurn }: ComparedProps) {
  const commits = useCommits(project, { from: older.name, to: newer.name });
  return (
    <>
      <Section
        title="What is in them"
        action={
          <Button size="small" variant="outlined" onClick={onTurn}>
            The other way round
          </Button>
        }
      >
        <CompareTable from={older} to={newer} />
      </Section>
      <Section title="Commits between">
        <CommitsBetween read={commits} />
      </Section>
    </>
  );
}
