export * from './MemoryStore';
export * from './randomEntries';
export * from './rebuildProperty';
export * from './store/everyRow';
export { movableClock } from './store/observationContract';
export type { MovableClock } from './store/observationContract';
export * from './store/samples';
export * from './storeContract';
