/**
 * Why something is not done here to a pipeline that something else runs.
 *
 * @param instead what people can do, as a sentence of its own
 */
export const notHere = (runner: string, instead: string): string =>
  `${runner} runs this pipeline: ${instead}`;

/** What people can do instead, by what they wanted. */
export const INSTEAD = {
  alias: 'freight is named there.',
  approve: 'it knows no approvals of people before a promotion.',
  assemble: 'freight is put together there.',
  hold: 'there, promoting something else than the newest freight holds auto-promotion, and promoting the newest lets it go on.',
  locks: 'locks and windows of this portal do not reach it.',
  plan: 'what it will write is known when it runs.',
  quarantine: 'it knows no quarantine.',
  rollback: 'promote what was there before.',
  targets: 'promote into all targets of a stage there.',
  tests: 'it asks for no test results.',
  verify: 'verifications are repeated and stopped there.',
} as const;
