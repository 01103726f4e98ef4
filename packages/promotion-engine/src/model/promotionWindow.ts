/** What a window does while it is active. */
export const WindowKind = { Allow: 'Allow', Deny: 'Deny' } as const;
export type WindowKind = (typeof WindowKind)[keyof typeof WindowKind];

/**
 * A calendar rule that opens or closes a stage (Kargo's `promotionWindows[]`).
 *
 * `dtstart` and `dtend` are iCalendar date-times with an optional zone in front,
 * `20260101T090000Z` or `TZID=Europe/Berlin:20260101T090000`; `rrule` is a recurrence
 * rule of RFC 5545, 3.3.10. Without one the window is there once.
 */
export interface PromotionWindow {
  readonly name: string;
  readonly kind: WindowKind;
  readonly dtstart: string;
  readonly dtend: string;
  readonly rrule?: string;
}
