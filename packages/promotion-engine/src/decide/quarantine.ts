import { FreightMark } from '../model/rows';

/** Who found the freight bad, and why; gates, cells and refusals say it in the same words. */
export function quarantineSentence({ actor, reason }: FreightMark): string {
  return `quarantined by ${actor}: ${reason}`;
}
