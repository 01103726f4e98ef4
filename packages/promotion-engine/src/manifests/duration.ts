export { parseDuration } from '../model/duration';

export const DURATION_CURE =
  'Write a number and a unit, such as 30s, 5m or 1h30m (there is no unit for days).';
