import { execFileSync } from 'node:child_process';
import { resolve } from 'node:path';

it('has generated files that are in step with openapi.yaml', () => {
  const script = resolve(__dirname, '../../scripts/generate-schema.mjs');
  expect(() =>
    execFileSync(process.execPath, [script, '--check'], {
      encoding: 'utf8',
      stdio: 'pipe',
    }),
  ).not.toThrow();
});
