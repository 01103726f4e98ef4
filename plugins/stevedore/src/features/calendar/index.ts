export { CalendarDrawer } from './CalendarDrawer';
export { Stops } from './Stops';
export { PlatformCalendar } from './PlatformCalendar';
export { PlatformLocks } from './PlatformLocks';
