export { StateBadge } from './StateBadge';
export { StateShape } from './StateShape';
