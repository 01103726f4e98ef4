import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { builtInKinds } from './builtInKinds';

const PAGE = readFileSync(
  join(__dirname, '../../../../docs/verification.md'),
  'utf8',
);

it.each(
  builtInKinds().verifiers.map(({ id, schema }) => [id, schema] as const),
)(
  'docs/verification.md names every field of the provider %s, and no other',
  (id, schema) => {
    const row = PAGE.split('\n').find(line => line.startsWith(`| \`${id}\``));
    const [, , fields] = row?.split('|') ?? [];
    const named = [...fields.matchAll(/`(\w+)`/g)].map(([, field]) => field);
    const { properties } = z.toJSONSchema(schema, {
      io: 'input',
      unrepresentable: 'any',
    });
    expect(named.sort()).toEqual(Object.keys(properties ?? {}).sort());
  },
);
