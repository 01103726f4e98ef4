import { NeedsFact } from '../expressions';
import { Masker } from '../ports/runtime';

type Masks = Pick<Masker, 'mask'>;

/** A JSON value without secrets: in texts, in names of members, and in numbers that are one. */
export function masked<T>(masker: Masks, value: T): T {
  return hide(masker, value) as T;
}

function hide(masker: Masks, value: unknown): unknown {
  if (typeof value === 'string') return masker.mask(value);
  if (typeof value === 'number') {
    const text = String(value);
    const shown = masker.mask(text);
    return shown === text ? value : shown;
  }
  if (Array.isArray(value)) return value.map(each => hide(masker, each));
  if (!isRecord(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, member]) => [
      masker.mask(key),
      hide(masker, member),
    ]),
  );
}

/**
 * What was stored, with the secrets back in it: each masked text is replaced by the one that was worked out anew,
 * if that is the same text when it is masked. Where there is none, `withheld` stands in its place.
 */
export function restored<T>(
  stored: T,
  from: { fresh: unknown; masker: Masks; withheld?: NeedsFact },
): T {
  return putBack(stored, from.fresh, from) as T;
}

interface Source {
  masker: Masks;
  withheld?: NeedsFact;
}

function putBack(stored: unknown, fresh: unknown, source: Source): unknown {
  if (!holdsMask(stored)) return stored;
  if (fresh !== undefined && same(hide(source.masker, fresh), stored))
    return fresh;
  if (Array.isArray(stored)) {
    const others = Array.isArray(fresh) ? fresh : [];
    return stored.map((each, index) => putBack(each, others[index], source));
  }
  if (!isRecord(stored)) return source.withheld ?? stored;
  const others = isRecord(fresh) ? fresh : {};
  return Object.fromEntries(
    Object.entries(stored).map(([key, member]) => [
      key,
      putBack(member, others[key], source),
    ]),
  );
}

/** What every masked secret is shown as. */
const MASK = '******';

/** Whether something in it was hidden. */
export function holdsMask(value: unknown): boolean {
  if (typeof value === 'string') return value.includes(MASK);
  if (Array.isArray(value)) return value.some(holdsMask);
  return (
    isRecord(value) &&
    Object.entries(value).some(([key, member]) => [key, member].some(holdsMask))
  );
}

const same = (a: unknown, b: unknown) =>
  JSON.stringify(a) === JSON.stringify(b);

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
