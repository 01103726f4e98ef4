export { Faults } from './Faults';
export type { Fault, FaultRule } from './Faults';
export { RequestLog } from './RequestLog';
export type { RecordedRequest, RequestMatcher } from './RequestLog';
export { startLoopbackServer } from './startLoopbackServer';
export type {
  LoopbackServer,
  LoopbackServerOptions,
} from './startLoopbackServer';
