import { Command } from 'commander';
import pc from 'picocolors';
import { runConformance } from './commands/conformance';
import { ledgerVerify } from './commands/ledgerVerify';
import { manifests } from './commands/manifests';
import { processIo } from './io';

/** Runs a command and leaves its exit code behind. */
function exitWith<A extends unknown[]>(
  command: (...args: A) => Promise<number>,
) {
  return async (...args: A): Promise<void> => {
    process.exitCode = await command(...args);
  };
}

const program = new Command('stevedore').description(
  'GitOps promotion for Backstage, from the command line',
);

program
  .command('manifests')
  .argument('<file>', 'catalog-info.yaml of the component')
  .description('print the manifests that the annotations of a component make')
  .action(exitWith((file: string) => manifests(file, processIo)));

program
  .command('ledger')
  .description('what was decided, by whom and when')
  .command('verify')
  .description(
    'check the hash chain of a project; exit code 1 when it is broken',
  )
  .option('--project <name>', 'one project; otherwise all that you may read')
  .option(
    '--backend <url>',
    'address of the backend; otherwise that of the running demo',
  )
  .option('--token <token>', 'Backstage token; otherwise STEVEDORE_TOKEN')
  .action(
    exitWith(
      (options: { project?: string; backend?: string; token?: string }) =>
        ledgerVerify(
          {
            ...options,
            token: options.token ?? process.env.STEVEDORE_TOKEN,
            directory: process.cwd(),
          },
          processIo,
        ),
    ),
  );

program
  .command('conformance')
  .argument('<suite>', 'name of the suite')
  .description(
    'answer the questions of a conformance suite: JSON lines in, JSON lines out',
  )
  .action(
    exitWith((suite: string) =>
      runConformance(suite, {
        input: process.stdin,
        output: process.stdout,
        error: process.stderr,
      }),
    ),
  );

program.parseAsync().catch(error => {
  process.stderr.write(`${pc.red('error')}: ${error.message}\n`);
  process.exitCode = 1;
});
