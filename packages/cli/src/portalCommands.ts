import { Command, Option } from 'commander';
import { exitWith, output } from './commandLine';
import { gates, GatesOptions } from './commands/gates';
import { lock, LockOptions, unlock, UnlockOptions } from './commands/lock';
import { rollback, RollbackOptions } from './commands/rollback';
import { Io, processIo } from './io';
import { PortalOptions } from './portal';

/** What operates a running backend, as whoever the token is. */
export function addPortalCommands(program: Command): void {
  asksPortal(
    program
      .command('gates')
      .description(
        'what every gate says, or would say later; exit code 1 when one keeps the freight out',
      )
      .requiredOption('--project <name>', 'the project')
      .requiredOption('--stage <name>', 'the stage that it would enter')
      .requiredOption('--freight <name>', 'name or alias of the freight')
      .option('--at <moment>', 'a later moment, like 2026-05-04T12:00:00Z'),
  ).action(exitWith((options: GatesOptions) => run(gates, options)));

  asksPortal(
    program
      .command('rollback')
      .description(
        'what taking a stage back would write, and with --yes doing it; exit code 1 when it would not go',
      )
      .requiredOption('--project <name>', 'the project')
      .requiredOption('--stage <name>', 'the stage that is taken back')
      .option(
        '--freight <name>',
        'name or alias of what to go back to; otherwise the last that was verified there',
      )
      .option('--reason <text>', 'why')
      .option('--quarantine', 'mark what is taken out as bad; needs a reason')
      .option('--yes', 'do it'),
  ).action(exitWith((options: RollbackOptions) => run(rollback, options)));

  asksPortal(
    program
      .command('lock')
      .description('stop the line, in one project or beyond')
      .requiredOption('--reason <text>', 'why; everybody who waits reads it')
      .option('--project <name>', 'one project; otherwise beyond projects')
      .option(
        '--stage <pattern>',
        'a stage, or glob:… or regex:…; otherwise all',
      )
      .option(
        '--entity <ref...>',
        'systems, domains and components; otherwise everything; not with --project',
      )
      .option('--automatic', 'only what a policy promotes')
      .option('--until <moment>', 'an end, like 2026-05-04T12:00:00Z')
      .option('--link <url>', 'to an incident, say'),
  ).action(exitWith((options: LockOptions) => run(lock, options)));

  asksPortal(
    program
      .command('unlock')
      .argument('<id>', 'what `lock` printed')
      .description('release one lock')
      .option('--project <name>', 'as it was set; otherwise beyond projects')
      .option('--reason <text>', 'why')
      .addOption(
        new Option(
          '--queue <what>',
          'what becomes of the promotions that wait behind it',
        ).choices(['release', 'drop']),
      ),
  ).action(
    exitWith((id: string, options: Omit<UnlockOptions, 'id'>) =>
      run(unlock, { ...options, id }),
    ),
  );
}

function asksPortal(command: Command): Command {
  return command
    .option(
      '--backend <url>',
      'address of the backend; otherwise that of the running demo',
    )
    .option('--token <token>', 'Backstage token; otherwise STEVEDORE_TOKEN')
    .addOption(output());
}

function run<T extends PortalOptions>(
  command: (options: T, io: Io) => Promise<number>,
  options: T,
): Promise<number> {
  const token = options.token ?? process.env.STEVEDORE_TOKEN;
  return command({ ...options, token, directory: process.cwd() }, processIo);
}
