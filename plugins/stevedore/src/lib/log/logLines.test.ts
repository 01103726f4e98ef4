import { findInLog, LogLine, logText } from './logLines';

const lines: LogLine[] = ['Cloning', 'fatal: no such Branch'].map(
  (text, n) => ({
    id: `${n}`,
    at: '2026-03-02T12:00:00Z',
    step: 'clone',
    text,
  }),
);

it.each([
  ['', 2],
  ['  ', 2],
  ['branch', 1],
  ['CLON', 1],
  ['x', 0],
])('finds %j in %i lines', (wanted, length) => {
  expect(findInLog(lines, wanted)).toHaveLength(length);
});

it('is a file with time, step and text', () => {
  expect(logText(lines)).toBe(
    '2026-03-02T12:00:00Z clone Cloning\n2026-03-02T12:00:00Z clone fatal: no such Branch\n',
  );
});
