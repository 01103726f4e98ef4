/** As the browser's field for date and time has it, in the reader's zone. @param at ISO 8601 */
export function toLocalTime(at: string | undefined): string {
  const moment = at === undefined ? NaN : Date.parse(at);
  if (Number.isNaN(moment)) return '';
  const offset = new Date(moment).getTimezoneOffset() * 60_000;
  return new Date(moment - offset).toISOString().slice(0, 16);
}

/** ISO 8601 in UTC. @returns undefined for what is no time */
export function fromLocalTime(local: string): string | undefined {
  const at = new Date(local);
  return Number.isNaN(at.getTime()) ? undefined : at.toISOString();
}
