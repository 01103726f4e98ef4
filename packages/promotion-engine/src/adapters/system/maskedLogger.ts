import { Logger, Masker } from '../../ports/runtime';

type Level = keyof Logger;
const LEVELS: Level[] = ['debug', 'info', 'warn', 'error'];

/** The same log without secrets, in messages as in what goes with them. */
export function createMaskedLogger(logger: Logger, masker: Masker): Logger {
  const write =
    (level: Level): Logger['info'] =>
    (message, meta = {}) => {
      const shown = Object.entries(meta).map(([key, value]) => [
        key,
        typeof value === 'string' ? masker.mask(value) : value,
      ]);
      logger[level](masker.mask(message), Object.fromEntries(shown));
    };
  return Object.fromEntries(
    LEVELS.map(level => [level, write(level)]),
  ) as unknown as Logger;
}
