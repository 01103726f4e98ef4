export { SetupGuide } from './SetupGuide';
