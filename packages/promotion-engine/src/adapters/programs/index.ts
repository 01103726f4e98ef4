export * from './createPrograms';
