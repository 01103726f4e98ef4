import { Gate } from '../decide/evaluateGates';
import { AnyStepKind, RunnableStepKind } from './step';
import { VerifierKind } from './verifier';

/** The kinds an engine knows; built once at start. */
export interface Registry {
  steps: ReadonlyMap<string, RunnableStepKind>;
  gates: readonly Gate[];
  verifiers: ReadonlyMap<string, VerifierKind>;
}

/** @throws Error when two kinds have one id. */
export function createRegistry(kinds: {
  steps: AnyStepKind[];
  gates: Gate[];
  verifiers: VerifierKind[];
}): Registry {
  return {
    steps: byId(kinds.steps as unknown as RunnableStepKind[], 'step'),
    gates: statelessFirst([...byId(kinds.gates, 'gate').values()]),
    verifiers: byId(kinds.verifiers, 'verifier'),
  };
}

function byId<T extends { id: string }>(
  kinds: T[],
  what: string,
): ReadonlyMap<string, T> {
  const map = new Map<string, T>();
  for (const kind of kinds) {
    if (map.has(kind.id))
      throw new Error(`two ${what} kinds are called ${kind.id}`);
    map.set(kind.id, kind);
  }
  return map;
}

/** Gates of other modules come last; those that rest on the definition alone still go before what looks at state. */
function statelessFirst(gates: Gate[]): Gate[] {
  return [
    ...gates.filter(({ stateless }) => stateless),
    ...gates.filter(({ stateless }) => !stateless),
  ];
}
