import { Calendar } from '@stevedore/plugin-stevedore-common';
import { EmptyState } from '../../components/notice';
import { Section } from '../../components/plan';
import { Agenda } from './Agenda';
import { OfPlatform } from './OfPlatform';
import { WindowForm } from './WindowForm';
import { WindowLine } from './WindowLine';

/** Windows that count beyond single components, when they are active in the next month, and setting them. */
export function PlatformCalendar() {
  return (
    <OfPlatform what="Windows">
      {calendar => <Windows calendar={calendar} />}
    </OfPlatform>
  );
}

function Windows({ calendar: { windows, whyNot } }: { calendar: Calendar }) {
  return (
    <>
      <Section title="Windows">
        {windows.length === 0 && (
          <EmptyState title="No window counts beyond single components.">
            Windows of one component are on its own page.
          </EmptyState>
        )}
        {windows.map(window => (
          <WindowLine
            key={window.id ?? `${window.source} ${window.name} ${window.start}`}
            window={window}
            at="top"
          />
        ))}
        <WindowForm whyNot={whyNot.freeze} />
      </Section>
      {windows.length > 0 && <Agenda windows={windows} />}
    </>
  );
}
