import pc from 'picocolors';

/** Where a command writes: results to `out`, words for people to `err`. */
export interface Io {
  out(text: string): void;
  err(text: string): void;
  /** Whether a person is looking, who likes colours. */
  readonly colours: boolean;
}

export const processIo: Io = {
  out: text => process.stdout.write(text),
  err: text => process.stderr.write(text),
  colours: pc.isColorSupported && process.stdout.isTTY === true,
};
