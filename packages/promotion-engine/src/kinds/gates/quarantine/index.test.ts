import { GateInput } from '../../../decide/evaluateGates';
import { quarantineGate } from './index';

const quarantine = { at: 'then', actor: 'user:default/ada', reason: 'leaks' };

it.each([
  [{ quarantine }, 'blocked', 'quarantined by user:default/ada: leaks'],
  [{}, 'pass', 'this freight is not quarantined'],
  [
    undefined,
    'unknown',
    'whether this freight is quarantined could not be read',
  ],
])('%j is %s', (freightRow, status, sentence) => {
  const input = { freightRow } as GateInput;
  expect(quarantineGate.evaluate(input, 0)).toMatchObject({ status, sentence });
});
