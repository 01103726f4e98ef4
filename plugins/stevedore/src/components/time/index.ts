export { Countdown } from './Countdown';
export { NowProvider, useNow } from './NowProvider';
export { RelativeTime } from './RelativeTime';
export { Since } from './Since';
