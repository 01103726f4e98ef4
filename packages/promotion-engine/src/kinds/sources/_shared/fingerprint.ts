import { sha1 } from '@noble/hashes/legacy';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils';

/** A short text that differs when one of the lines differs, whatever their order. */
export function fingerprint(lines: readonly string[]): string {
  return bytesToHex(sha1(utf8ToBytes([...lines].sort().join('\n'))));
}
