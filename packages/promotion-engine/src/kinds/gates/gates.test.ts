import { evaluateGates, Gate, GateInput } from '../../decide/evaluateGates';
import { builtInKinds } from '../../registry/builtInKinds';
import { createRegistry } from '../../registry/registry';
import { NOW, open } from './_shared/testing/gateFacts';
import { SITUATIONS } from './_shared/testing/situations';

const { gates } = createRegistry(builtInKinds());
const ask = (facts: Partial<GateInput>, asked = gates) =>
  evaluateGates(asked, { ...open, ...facts }, { now: NOW, moment: 'entry' });

describe('gates and situations', () => {
  it.each(SITUATIONS)(
    '%s: %s',
    (...[gate, , facts, status, sentence, clearsAt]) => {
      const report = ask(facts);
      const verdict = report.verdicts.find(each => each.gate === gate);
      expect(verdict?.status).toBe(status);
      expect(verdict?.clearsAt).toBe(clearsAt);
      expect(verdict?.sentence).toContain(sentence);
      expect(verdict?.clearedBy.length === 0).toBe(status === 'pass');
      // whatever the other gates say: one that does not pass lets nothing in
      expect(report.open).toBe(status === 'pass');
    },
  );

  it('has situations for every gate in which it passes, and in which it does not', () => {
    const seen = (passes: boolean) =>
      new Set(
        SITUATIONS.filter(each => (each[3] === 'pass') === passes).map(
          ([gate]) => gate,
        ),
      );
    const all = new Set(gates.map(({ id }) => id));
    expect(seen(true)).toEqual(all);
    expect(seen(false)).toEqual(all);
  });

  it('asks what rests on the definition before what looks at state, others’ gates too', () => {
    const mine: Gate = {
      id: 'mine',
      moments: ['start'],
      stateless: true,
      evaluate: () => {
        throw new Error('no answer');
      },
    };
    const kinds = builtInKinds();
    const registry = createRegistry({
      ...kinds,
      gates: [...kinds.gates, mine],
    });
    const last = registry.gates.findLastIndex(({ stateless }) => stateless);
    const first = registry.gates.findIndex(({ stateless }) => !stateless);
    expect(last).toBeLessThan(first);
    const report = ask({}, [...registry.gates]);
    expect(report).toMatchObject({
      open: false,
      first: { gate: 'mine', status: 'unknown' },
    });
    expect(report.first?.sentence).toContain('no answer');
  });
});
