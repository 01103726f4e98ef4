import { Calendar, Pipeline } from '@stevedore/plugin-stevedore-common';
import { EmptyState, ErrorNotice, Loading } from '../../components/notice';
import { SidePanel } from '../../components/panel';
import { Section } from '../../components/plan';
import { useCalendar } from '../../hooks/useCalendar';
import { LockForm } from './LockForm';
import { LockLine } from './LockLine';
import { WindowForm } from './WindowForm';
import { WindowLine } from './WindowLine';

export interface CalendarDrawerProps {
  pipeline: Pipeline;
  /** Name of the stage that the forms begin with. */
  stage?: string;
  onClose: () => void;
}

/** What is locked, when what is open and closed, and changing both. */
export function CalendarDrawer(props: CalendarDrawerProps) {
  const { pipeline, onClose } = props;
  const { data, loading, failure, reload } = useCalendar(pipeline.project);
  return (
    <SidePanel narrow title="Locks and windows" onClose={onClose}>
      {loading && <Loading what="Reading locks and windows" />}
      {failure && (
        <ErrorNotice
          what="Locks and windows cannot be shown"
          failure={failure}
          retry={reload}
        />
      )}
      {data && <Body {...props} calendar={data} />}
    </SidePanel>
  );
}

function Body({
  pipeline,
  stage,
  calendar,
}: CalendarDrawerProps & { calendar: Calendar }) {
  const { project, stages } = pipeline;
  const { locks, windows, whyNot } = calendar;
  const form = { project, stage, stages: stages.map(({ name }) => name) };
  return (
    <>
      <Section title="Locks">
        {locks.length === 0 && <EmptyState title="Nothing is locked." />}
        {locks.map(lock => (
          <LockLine key={lock.id} project={project} lock={lock} at="drawer" />
        ))}
        <LockForm {...form} whyNot={whyNot.lock} />
      </Section>
      <Section title="Windows of the next month">
        {windows.length === 0 && (
          <EmptyState title="No window: promotions go at any time." />
        )}
        {windows.map(window => (
          <WindowLine
            key={window.id ?? `${window.source} ${window.name} ${window.start}`}
            project={project}
            window={window}
            at="drawer"
          />
        ))}
        <WindowForm {...form} whyNot={whyNot.freeze} />
      </Section>
    </>
  );
}
