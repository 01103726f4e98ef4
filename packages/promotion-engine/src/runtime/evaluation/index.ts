export {
  evaluateArgument,
  evaluateCondition,
  evaluateIf,
  evaluateTemplateJson,
} from './evaluateStep';
