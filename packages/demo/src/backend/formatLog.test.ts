import { formatLog } from './formatLog';

describe('formatLog', () => {
  it('shows the last lines as a person reads them', () => {
    const log = [
      '{"level":"info","message":"early"}',
      '{"level":"info","message":"ready","plugin":"catalog"}',
      'plain text',
      '{"level":"error","message":"no","stack":"Error: no\\n    at x"}',
      '',
    ].join('\n');
    expect(formatLog(log, 3)).toBe(
      '  info catalog: ready\n  plain text\n  error Error: no\n    at x',
    );
  });
});
