import { Responder, StepAsk } from '../../model/stepAsk';

/** A person who would answer. */
export interface Answering {
  /** User entity ref. */
  ref: string;
  /** What the person stands for, himself included. */
  ownership: string[];
}

/** Claims that say who somebody is, by name. */
const NAMES = ['sub', 'user', 'preferred_username'];
const KNOWN = ['groups', 'email', ...NAMES];

/** Why a rule can name nobody here; undefined when it can. Kargo asks its identity provider, the portal its catalog. */
export function responderFault({ claim }: Responder): string | undefined {
  return claim === undefined || KNOWN.includes(claim)
    ? undefined
    : `the portal knows no claim ${claim}: write one of ${KNOWN.join(
        ', ',
      )}, or a role`;
}

/** Addresses that have to be looked up in the catalog, in lower case. */
export function addressesOf({ responders = [] }: StepAsk): string[] {
  return responders
    .filter(({ claim }) => claim === 'email')
    .map(({ value = '' }) => value.toLowerCase());
}

/** Which of the rules name the person, by index. */
export function matchesOf(
  { responders = [] }: StepAsk,
  person: Answering,
  usersByEmail: Readonly<Record<string, string>>,
): number[] {
  const refs = new Set([person.ref, ...person.ownership]);
  return responders.flatMap((responder, index) => {
    const ref = refOf(responder, usersByEmail);
    return ref !== undefined && refs.has(ref) ? [index] : [];
  });
}

function refOf(
  { claim, value = '', role }: Responder,
  usersByEmail: Readonly<Record<string, string>>,
): string | undefined {
  if (role !== undefined) return entityRef('group', role);
  if (claim === 'groups') return entityRef('group', value);
  if (claim !== 'email') return entityRef('user', value);
  const address = value.toLowerCase();
  return Object.hasOwn(usersByEmail, address)
    ? usersByEmail[address]
    : undefined;
}

/** `release-managers`, `acme/release-managers` or the whole ref. */
function entityRef(kind: 'group' | 'user', name: string): string {
  const text = name.toLowerCase();
  if (text.includes(':')) return text;
  return text.includes('/') ? `${kind}:${text}` : `${kind}:default/${text}`;
}

/** For people. */
export function responderWords({ claim, value = '', role }: Responder): string {
  if (role !== undefined) return entityRef('group', role);
  if (claim === 'email') return value;
  return entityRef(claim === 'groups' ? 'group' : 'user', value);
}
