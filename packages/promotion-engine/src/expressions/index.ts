export type { Ast, Node } from './ast';
export {
  evaluateCreationCriteria,
  conditionResult,
} from './conditions/evaluateCreationCriteria';
export {
  compileRevisionFilter,
  revisionTime,
} from './conditions/compileRevisionFilter';
export type { RevisionFilter } from './conditions/compileRevisionFilter';
export type { DiscoveredArtifacts } from './conditions/discovered';
export { evaluateIf, stepSurroundings } from './conditions/evaluateIf';
export type { IfInput } from './conditions/evaluateIf';
export { statusFunctions } from './conditions/stepStatus';
export type { StepState } from './conditions/stepStatus';
export { evaluateVariables } from './conditions/variables';
export type { Variable } from './conditions/variables';
export { ExpressionError, Fault, inField, NeedsFact } from './errors';
export type { Position } from './errors';
export { checkExpression, evaluate } from './evaluate';
export type { Environment, EvaluateOptions } from './evaluate';
export { builtinFunctions } from './functions/builtins';
export { analysisFunctions } from './functions/analysis';
export { defineFunction } from './functions/defineFunction';
export { functionSet, joinFunctions, typed } from './functions/definition';
export type {
  FunctionDefinition,
  FunctionSet,
  Signature,
} from './functions/definition';
export {
  factFunctions,
  factKey,
  recordFacts,
  textFacts,
} from './functions/facts';
export type { KnownFacts, RecordFact, TextFact } from './functions/facts';
export { freightFunctions } from './functions/freight';
export {
  kargoFunctions,
  quotingFunctions,
  utilityFunctions,
} from './functions/kargo';
export { warehouseFunctions } from './functions/warehouse';
export { Budget, defaultLimits } from './limits';
export type { Limits } from './limits';
export { parseExpression } from './parseExpression';
export {
  evaluateJsonTemplate,
  evaluateTemplate,
} from './template/evaluateTemplate';
export { hasExpressions, parseTemplate } from './template/parseTemplate';
export type { TemplateExpression } from './template/parseTemplate';
export * as types from './types/staticType';
export { fromJson, toJson } from './values/convert';
export { typeWord } from './values/describe';
export { formatInfinite } from './values/floats';
export { StructValue } from './values/struct';
export { Duration } from './values/time/duration';
export { Time } from './values/time/time';
export type { StaticType, Value } from './values/value';
