import { Option } from 'commander';

/** Runs a command and leaves its exit code behind. */
export function exitWith<A extends unknown[]>(
  command: (...args: A) => Promise<number>,
) {
  return async (...args: A): Promise<void> => {
    process.exitCode = await command(...args);
  };
}

export const output = () =>
  new Option('-o, --output <format>', 'how to print it')
    .choices(['text', 'json'])
    .default('text');

/** What went wrong; of a backend that refused, its own sentence. */
export function sentenceOf(error: Error): string {
  const { name, message, cause } = error;
  return name === 'ResponseError' && cause instanceof Error
    ? cause.message
    : message;
}
