export { DefinitionProblems } from './DefinitionProblems';
export { SetupGuide } from './SetupGuide';
