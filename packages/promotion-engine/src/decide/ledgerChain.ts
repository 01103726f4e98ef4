import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { canonicalJson } from './canonicalJson';
import { FIRST_HASH, LedgerEntry, NewEntry } from '../model/ledger';

/** sha256 hex over canonical JSON (RFC 8785): equal values give equal text, whatever the key order. */
export function canonicalHash(value: unknown): string {
  return bytesToHex(sha256(utf8ToBytes(canonicalJson(value ?? null))));
}

/** Numbers and chains new entries behind a head. */
export function chainEntries(
  project: string,
  head: { seq: number; hash: string } | undefined,
  entries: NewEntry[],
): LedgerEntry[] {
  let { seq, hash } = head ?? { seq: 0, hash: FIRST_HASH };
  return entries.map(entry => {
    seq += 1;
    // through JSON, so that what is hashed is what is stored: an undefined field is an absent one
    const unsigned = JSON.parse(
      JSON.stringify({ ...entry, project, seq, previous: hash }),
    );
    hash = canonicalHash(unsigned);
    return { ...unsigned, hash } as LedgerEntry;
  });
}

/** @returns the sentence that names the first entry which does not verify, or undefined. */
export function chainFault(
  entries: LedgerEntry[],
  before?: { seq: number; hash: string },
): string | undefined {
  let last = before ?? { seq: 0, hash: FIRST_HASH };
  for (const { hash, ...unsigned } of entries) {
    const { seq } = unsigned;
    if (seq !== last.seq + 1)
      return `entry ${last.seq + 1} is missing: the next one is ${seq}`;
    if (unsigned.previous !== last.hash)
      return `entry ${seq} does not follow entry ${last.seq}: its link was changed`;
    if (canonicalHash(unsigned) !== hash)
      return `entry ${seq} was changed after it was written`;
    last = { seq, hash };
  }
  return undefined;
}
