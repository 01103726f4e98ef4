import { createMaskedLogger } from './maskedLogger';
import { createValueMasker } from './valueMasker';

it.each(['debug', 'info', 'warn', 'error'] as const)(
  'hides secrets in a line of level %s and in what goes with it',
  level => {
    const lines: unknown[] = [];
    const write = (...line: unknown[]) => lines.push(line);
    const masker = createValueMasker();
    const logger = createMaskedLogger(
      { debug: write, info: write, warn: write, error: write },
      masker,
    );
    masker.add('hunter2');
    logger[level]('it is hunter2', { why: 'hunter2!', count: 2 });
    expect(lines).toEqual([['it is ******', { why: '******!', count: 2 }]]);
  },
);
