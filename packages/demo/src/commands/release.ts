import { publishRelease } from '../world/publishRelease';
import { demoLayout } from '../world/layout';
import { readAddresses } from '../world/ready';
import { runCommand } from './runCommand';

// `npm run demo:release -- 1.1.0 [component]`: pushes an image, as a CI would.

runCommand(async args => {
  const addresses = await readAddresses(demoLayout());
  const { reference, digest } = await publishRelease(addresses, args);
  process.stdout.write(`Pushed ${reference} (${digest})\n`);
});
