export { createMaskedLogger } from './maskedLogger';
export { systemClock } from './systemClock';
export { ulidIds } from './ulidIds';
export { createValueMasker } from './valueMasker';
export { noFaults } from './noFaults';
