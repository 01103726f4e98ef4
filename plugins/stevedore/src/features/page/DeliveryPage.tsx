import { Header, Page, TabbedLayout } from '@backstage/core-components';
import { CalendarPage, EverythingPage, LocksPage, WaitingPage } from './pages';

/** The page of the platform in the old frontend system; the new one puts its tabs together itself. */
export function DeliveryPage() {
  return (
    <Page themeId="tool">
      <Header title="Delivery" />
      <TabbedLayout>
        <TabbedLayout.Route path="/waiting" title="Waiting on me">
          <WaitingPage />
        </TabbedLayout.Route>
        <TabbedLayout.Route path="/everything" title="Everything">
          <EverythingPage />
        </TabbedLayout.Route>
        <TabbedLayout.Route path="/calendar" title="Calendar">
          <CalendarPage />
        </TabbedLayout.Route>
        <TabbedLayout.Route path="/locks" title="Locks">
          <LocksPage />
        </TabbedLayout.Route>
      </TabbedLayout>
    </Page>
  );
}
