/**
 * The parts of one of Go's time layouts (`2006-01-02 15:04:05`): every second one is a field, the others are
 * literal text. Rules: Go's package time, "Layout".
 */
export function splitLayout(
  layout: string,
): { text: string; field: boolean }[] {
  return layout
    .split(FIELDS)
    .map((text, index) => ({ text, field: index % 2 === 1 }))
    .filter(part => part.text !== '');
}

const FIELDS = new RegExp(
  [
    '(January|Jan(?![a-z])|Monday|Mon(?![a-z])|MST|2006|002|01|02|03|04|05|06|15|1|__2|_2(?!006)|2|3|4|5|PM|pm',
    '|[-Z]07:00:00|[-Z]070000|[-Z]07:00|[-Z]0700|[-Z]07|[.,](?:0+|9+)(?!\\d))',
  ].join(''),
);

/** `-07:00`, `Z0700` …: what stands between and after the hours, and whether UTC is a Z. */
export function offsetForm(
  field: string,
): { colon: boolean; parts: 1 | 2 | 3; zulu: boolean } | undefined {
  if (!/^[-Z]07/.test(field)) {
    return undefined;
  }
  const digits = field.replace(/\D/g, '').length;
  return {
    colon: field.includes(':'),
    parts: (digits / 2) as 1 | 2 | 3,
    zulu: field.startsWith('Z'),
  };
}
