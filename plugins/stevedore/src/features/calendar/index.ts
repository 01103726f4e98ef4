export { CalendarDrawer } from './CalendarDrawer';
export { Stops } from './Stops';
