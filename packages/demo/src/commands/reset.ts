import { demoLayout } from '../world/layout';
import { resetDemo } from '../world/resetDemo';
import { runCommand } from './runCommand';

// `npm run demo:reset`: forgets everything that the demo has done.

runCommand(async () => {
  const layout = demoLayout();
  await resetDemo(layout);
  process.stdout.write(
    `Removed ${layout.directory}: the next start is the first.\n`,
  );
});
