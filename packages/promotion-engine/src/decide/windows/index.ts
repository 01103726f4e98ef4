export * from './evaluateWindows';
