export { LiveMark } from './LiveMark';
export { StateBadge } from './StateBadge';
export { StateShape } from './StateShape';
