export { DeliveryPage } from './DeliveryPage';
export { CalendarPage, EverythingPage, LocksPage, WaitingPage } from './pages';
