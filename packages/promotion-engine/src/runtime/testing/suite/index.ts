export * from './engineSuite';
