import { personName } from './names';

const REF =
  /\b(?:user|group|component):[a-z0-9._-]+\/[A-Za-z0-9._-]*[A-Za-z0-9]/g;

/** A sentence of the backend with people and groups by their names, as everywhere on the page. */
export function plainRefs(sentence: string): string {
  return sentence.replace(REF, personName);
}

/** As it begins a line: first letter large. */
export function asSentence(text: string): string {
  const plain = plainRefs(text);
  return plain.charAt(0).toLocaleUpperCase() + plain.slice(1);
}
