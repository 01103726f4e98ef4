export { Countdown } from './Countdown';
export { NowProvider, useNow, useToday } from './NowProvider';
export { RelativeTime } from './RelativeTime';
export { Since } from './Since';
export { Took } from './Took';
