import { DefinitionCheck } from './definition';
import { checkMetrics } from './metrics';
import { checkControlFlow, checkCycles, checkReachability } from './pipeline';
import { checkDuplicates, checkReferences, checkSelectors } from './references';
import { checkSteps } from './steps';
import { checkTargets } from './targets';
import { checkTasks } from './tasks';
import { checkVerification } from './verification';

/** Every rule about a whole definition; the order is the order of their problems. */
export const definitionChecks: readonly DefinitionCheck[] = [
  checkDuplicates,
  checkReferences,
  checkCycles,
  checkReachability,
  checkControlFlow,
  checkTargets,
  checkSelectors,
  checkSteps,
  checkTasks,
  checkVerification,
  checkMetrics,
];
