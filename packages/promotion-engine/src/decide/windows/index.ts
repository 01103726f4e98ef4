export * from './evaluateWindows';
export { checkWindow } from './checkWindow';
export { windowsOfProject } from './windowsOfProject';
