import { fetchToken } from '../backend/fetchToken';
import { DemoError } from '../world/DemoError';
import { demoLayout } from '../world/layout';
import { readAddresses } from '../world/ready';
import { runCommand } from './runCommand';

// `npm run --silent demo:token -- ada`: prints a token of that person, nothing else.

runCommand(async ([person, ...rest]) => {
  if (!person || rest.length > 0) {
    throw new DemoError('Usage: npm run --silent demo:token -- <person>');
  }
  const { backend } = await readAddresses(demoLayout());
  process.stdout.write(`${await fetchToken(backend, person)}\n`);
});
