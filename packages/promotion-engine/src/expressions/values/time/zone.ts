/** A time zone: how far its clocks are ahead of UTC at a moment (seconds since 1970), and what that time is called. */
export interface Zone {
  readonly name: string;
  offsetAt(seconds: number): number;
  /** `CET`; empty where nobody has a name for it. */
  abbreviationAt(seconds: number): string;
}

export const UTC: Zone = {
  name: 'UTC',
  offsetAt: () => 0,
  abbreviationAt: () => 'UTC',
};

export function fixedZone(name: string, offset: number): Zone {
  return { name, offsetAt: () => offset, abbreviationAt: () => name };
}

const loaded = new Map<string, Zone>();

/** Go's `time.LoadLocation`: a name of the IANA database, in its spelling; `undefined` for others. */
export function loadZone(name: string): Zone | undefined {
  // the host's own zone is not ours to read: a result must not depend on the machine
  if (name === '' || name === 'UTC' || name === 'Local') {
    return UTC;
  }
  if (!/^[A-Z][\w+-]*(\/[A-Z][\w+-]*)*$/.test(name)) {
    return undefined;
  }
  const known = loaded.get(name);
  if (known) {
    return known;
  }
  try {
    const zone = namedZone(name);
    loaded.set(name, zone);
    return zone;
  } catch {
    return undefined;
  }
}

/** Names that JavaScript only knows as `GMT+9`. */
const ABBREVIATIONS: Readonly<Record<string, string>> = {
  'Asia/Tokyo': 'JST',
  'Asia/Seoul': 'KST',
  'Asia/Shanghai': 'CST',
  'Asia/Hong_Kong': 'HKT',
  'Asia/Kolkata': 'IST',
  'Asia/Calcutta': 'IST',
  'Asia/Jakarta': 'WIB',
  'Asia/Karachi': 'PKT',
  'Asia/Manila': 'PST',
  'Asia/Taipei': 'CST',
  'Africa/Lagos': 'WAT',
  'Africa/Nairobi': 'EAT',
  'Africa/Johannesburg': 'SAST',
  'Europe/Moscow': 'MSK',
};

/** Throws a RangeError where the database has no such zone. */
function namedZone(name: string): Zone {
  const offsets = new Intl.DateTimeFormat('en-US', {
    timeZone: name,
    timeZoneName: 'longOffset',
  });
  const names = ['en-US', 'en-GB', 'en-AU', 'en-NZ'].map(
    locale =>
      new Intl.DateTimeFormat(locale, {
        timeZone: name,
        timeZoneName: 'short',
      }),
  );
  return {
    name,
    offsetAt: seconds => parseOffset(zonePart(offsets, seconds)),
    abbreviationAt: seconds => {
      const short = names
        .map(format => zonePart(format, seconds))
        .find(text => /^[A-Z]{3,5}$/.test(text));
      return short ?? ABBREVIATIONS[name] ?? '';
    },
  };
}

function zonePart(format: Intl.DateTimeFormat, seconds: number): string {
  const parts = format.formatToParts(seconds * 1000);
  return parts.find(part => part.type === 'timeZoneName')?.value ?? '';
}

/** `GMT`, `GMT+01:00`, in old times also `GMT+00:34:08`. */
function parseOffset(text: string): number {
  const match = /^GMT([+-])(\d\d):(\d\d)(?::(\d\d))?$/.exec(text);
  if (!match) {
    return 0;
  }
  const size =
    Number(match[2]) * 3600 + Number(match[3]) * 60 + Number(match[4] ?? 0);
  return match[1] === '-' ? -size : size;
}
