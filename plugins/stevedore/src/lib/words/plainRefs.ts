import { personName } from './names';

const REF =
  /\b(?:user|group|component):[a-z0-9._-]+\/[A-Za-z0-9._-]*[A-Za-z0-9]/g;

/** As the backend names where freight comes from. */
const ORIGIN = /\bWarehouse\/([a-z0-9](?:[a-z0-9.-]*[a-z0-9])?)/g;

/** A sentence of the backend with people, groups and warehouses by their names, as everywhere on the page. */
export function plainRefs(sentence: string): string {
  return sentence.replace(REF, personName).replace(ORIGIN, 'warehouse $1');
}

/** As it begins a line that goes on: first letter large. */
export function asBeginning(text: string): string {
  const plain = plainRefs(text).trim();
  return plain.charAt(0).toLocaleUpperCase() + plain.slice(1);
}

/** As it stands for itself: first letter large, and an end. */
export function asSentence(text: string): string {
  const line = asBeginning(text);
  return line === '' || /[.!?…]$/.test(line) ? line : `${line}.`;
}
