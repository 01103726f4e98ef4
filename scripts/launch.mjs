#!/usr/bin/env node
// The one door to every script of this repository: `npm test`, `npm run demo`, …
//
// A machine needs Node 20 or newer, npm and git. The launcher finds a Node that
// Backstage supports, installs with the committed Yarn when the lock file asks for
// it, and hands over to scripts/tasks/<name>.mjs. It writes to stderr only:
// standard output belongs to the task.
import { findNode, isSupported } from './lib/node.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { runAndForward } from './lib/process.mjs';
import { fileURLToPath } from 'node:url';

/** Sub-command → the file in tasks/ that runs it. */
const TASKS = {
  test: 'test',
  check: 'check',
  fix: 'fix',
  docs: 'docs',
  pack: 'pack',
  demo: 'demo',
  'demo:release': 'demo',
  'demo:reset': 'demo',
  'demo:token': 'demo',
  stevedore: 'stevedore',
  screenshots: 'screenshots',
  'test:kill': 'bench',
  'test:kubernetes': 'test-kubernetes',
  'bench:latency': 'bench',
  'bench:git': 'bench',
  'bench:scroll': 'bench-scroll',
  'bench:discovery': 'bench',
  'bench:expressions': 'bench',
  'bench:kubernetes': 'bench',
};

async function main([command, ...args]) {
  const task = Object.hasOwn(TASKS, command ?? '') ? TASKS[command] : undefined;
  if (!task) {
    const known = Object.keys(TASKS).join(', ');
    throw new Error(`Unknown command "${command ?? ''}". Known: ${known}.`);
  }
  if (!isSupported(process.versions.node)) {
    const self = fileURLToPath(import.meta.url);
    const node = findNode();
    return runAndForward(node.path, [self, command, ...args], {
      env: node.env,
    });
  }
  await ensureInstalled();
  const { run } = await import(`./tasks/${task}.mjs`);
  return run({ command, args });
}

// `process.exit` and not `process.exitCode`: a library's own exit hook (the one that
// stops PostgreSQL) would otherwise end the process with 0.
main(process.argv.slice(2)).then(
  code => process.exit(code ?? 0),
  error => {
    process.stderr.write(`${error.message}\n`);
    process.exit(1);
  },
);
