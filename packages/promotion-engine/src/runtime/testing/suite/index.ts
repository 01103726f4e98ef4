export * from './engineSuite';
export { EngineWorld } from '../EngineWorld';
