import { execFileSync } from 'node:child_process';
import { resolve } from 'node:path';
import { spec } from './generated/spec';

it('has generated files that are in step with openapi.yaml', () => {
  const script = resolve(__dirname, '../../scripts/generate-schema.mjs');
  expect(() =>
    execFileSync(process.execPath, [script, '--check'], {
      encoding: 'utf8',
      stdio: 'pipe',
    }),
  ).not.toThrow();
});

it('quotes every sentence that holds a comma: unquoted it would be a key without a value', () => {
  const empty: string[] = [];
  JSON.stringify(spec, (key, value) => {
    if (value === null) empty.push(key);
    return value;
  });
  expect(empty).toEqual([]);
});
