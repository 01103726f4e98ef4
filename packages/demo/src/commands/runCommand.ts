import { DemoError } from '../world/DemoError';

/** Runs a command; what goes wrong for a known reason is a sentence. */
export function runCommand(
  command: (args: string[]) => Promise<void>,
): Promise<void> {
  return command(process.argv.slice(2)).catch(error => {
    const text = error instanceof DemoError ? error.message : error.stack;
    process.stderr.write(`${text ?? error}\n`);
    process.exitCode = 1;
  });
}
