import { Command } from 'commander';
import manifest from '../package.json';
import pc from 'picocolors';
import { exitWith, output, sentenceOf } from './commandLine';
import { runConformance } from './commands/conformance';
import { expr, ExprOptions } from './commands/expr';
import { ledgerVerify } from './commands/ledgerVerify';
import { lint, LintOptions } from './commands/lint';
import { manifests } from './commands/manifests';
import { plan } from './commands/plan';
import { processIo } from './io';
import { addPortalCommands } from './portalCommands';

const program = new Command('stevedore')
  .description('GitOps promotion for Backstage, from the command line')
  .version(manifest.version);

program
  .command('lint')
  .argument('<path...>', 'files or folders with manifests or catalog entities')
  .description(
    'check definitions; exit code 1 when Kargo would refuse one, or it would fail later',
  )
  .option(
    '--discover',
    'ask registries and repositories, without credentials, and warn of filters that fit nothing there',
  )
  .option(
    '--step <id...>',
    'steps that modules of your backend bring, like argocd-update',
  )
  .addOption(output())
  .action(
    exitWith((paths: string[], options: LintOptions) =>
      lint(paths, options, processIo),
    ),
  );

program
  .command('plan')
  .argument('[path...]', 'files or folders with the definition', ['.'])
  .requiredOption('--stage <name>', 'the stage that is promoted to')
  .requiredOption(
    '--freight <what...>',
    'a file with a Freight manifest, or artifacts: ghcr.io/acme/web:1.2.3, https://host/repo#<commit>',
  )
  .option(
    '--checkout <directory...>',
    'checkouts to read instead of their remotes, the current directory unless told; URL=DIRECTORY where the remote has another name',
  )
  .description('show what a promotion would write, without a backend')
  .addOption(output())
  .action(
    exitWith(
      (
        paths: string[],
        options: {
          stage: string;
          freight: string[];
          checkout?: string[];
          output: 'text' | 'json';
        },
      ) => plan(paths, options, processIo),
    ),
  );

program
  .command('expr')
  .argument('<text>', 'an expression, or a template with ${{ }} or ${% %}')
  .option('--data <file>', 'JSON or YAML with the names that it sees')
  .option('--now <moment>', 'what now() answers, like 2026-05-04T12:00:00Z')
  .description('evaluate an expression or a template, as a promotion would')
  .addOption(output())
  .action(
    exitWith((text: string, options: ExprOptions) =>
      expr(text, options, processIo),
    ),
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

addPortalCommands(program);

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
  process.stderr.write(`${pc.red('error')}: ${sentenceOf(error)}\n`);
  process.exitCode = 1;
});
