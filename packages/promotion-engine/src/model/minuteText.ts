/** A moment as sentences say it: `2026-01-01 17:00 UTC`. */
export function minuteText(moment: number | string): string {
  const iso = new Date(moment).toISOString();
  return `${iso.slice(0, 16).replace('T', ' ')} UTC`;
}
