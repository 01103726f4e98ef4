import { compareBytes } from '../../../model/text';

/** The greater text first, in the order of its bytes (`a` > `Z` > `9`). */
export const descending = (a: string, b: string): number => compareBytes(b, a);
