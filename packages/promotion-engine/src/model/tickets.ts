import { RE2JS } from 're2js';

/** How tickets are named in messages of commits, and where they are. */
export interface TicketRule {
  /** RE2; what fits is the ticket's name. */
  pattern: string;
  /** `$0` is what fitted, `$1` … `$9` are its groups. */
  url: string;
}

export interface Ticket {
  name: string;
  url: string;
}

/** Tickets of one commit that are shown. */
const MOST_TICKETS = 10;
/** A message cannot say which host a link leads to. */
const ADDRESS = /^https?:\/\/[^/?#$\s]+\//;

/**
 * Finds tickets in a message, each once, rule by rule.
 * @throws Error whose message names the pattern or address that cannot be used
 */
export function compileTickets(
  rules: readonly TicketRule[],
): (message: string) => Ticket[] {
  const compiled = rules.map(({ pattern, url }) => {
    if (!ADDRESS.test(url))
      throw new Error(
        `The address "${url}" of tickets cannot be used: write it as https://host/path, with $0 or $1 after the host.`,
      );
    return { pattern: compile(pattern), url };
  });
  return message => {
    const found = new Map<string, Ticket>();
    for (const { pattern, url } of compiled) {
      const matcher = pattern.matcher(message);
      while (found.size < MOST_TICKETS && matcher.find()) {
        const groups = Array.from(
          { length: matcher.groupCount() + 1 },
          (_, index) => matcher.group(index) ?? '',
        );
        const [name] = groups;
        // what fits nothing at all fits everywhere
        if (name) found.set(name, { name, url: fillIn(url, groups) });
      }
    }
    return [...found.values()];
  };
}

function compile(pattern: string): RE2JS {
  try {
    return RE2JS.compile(pattern);
  } catch (error) {
    throw new Error(
      `The pattern "${pattern}" of tickets cannot be read: ${
        (error as Error).message
      }.`,
    );
  }
}

function fillIn(url: string, groups: readonly string[]): string {
  return url.replace(/\$(\d)/g, (_, digit: string) =>
    encodeURIComponent(groups[Number(digit)] ?? ''),
  );
}
