export type { ConformanceAnswer, ConformanceCase, Suite } from './answer';
export { suites } from './suites';
