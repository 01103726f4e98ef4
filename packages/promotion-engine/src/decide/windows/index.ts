export * from './evaluateWindows';
export { checkWindow } from './checkWindow';
