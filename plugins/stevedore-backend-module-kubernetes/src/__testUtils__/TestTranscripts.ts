import { OpenTranscript, PrintedLine } from '@stevedore/promotion-engine';

/** Logs that are kept for a test alone. */
export class TestTranscripts {
  readonly lines: (PrintedLine & { source: string })[] = [];

  readonly open: OpenTranscript = async source => {
    const mine = this.lines.filter(each => each.source === source);
    const until = mine.at(-1)?.at;
    return {
      until,
      full: false,
      add: async lines => {
        const fresh = lines.filter(({ at }) => !until || at > until);
        this.lines.push(...fresh.map(line => ({ ...line, source })));
      },
    };
  };

  get texts(): string[] {
    return this.lines.map(({ text }) => text);
  }
}
