// Writes what is generated from src/schema/openapi.yaml: the constant that the router validates with, and the wire types.
// With --check nothing is written; it fails when a file is not what it should be.
import { readFile, writeFile } from 'node:fs/promises';
import openapiTS, { astToString } from 'openapi-typescript';
import { parse } from 'yaml';

const source = new URL('../src/schema/openapi.yaml', import.meta.url);
const header =
  '// Generated from plugins/stevedore-backend/src/schema/openapi.yaml by scripts/generate-schema.mjs. Do not edit.\n/* eslint-disable */\n';

const text = await readFile(source, 'utf8');
const spec = JSON.stringify(parse(text), null, 1);
const outputs = [
  {
    file: new URL('../src/schema/generated/spec.ts', import.meta.url),
    content: `${header}export const spec = ${spec} as const;\n`,
  },
  {
    file: new URL(
      '../../stevedore-common/src/generated/openapi.ts',
      import.meta.url,
    ),
    content: `${header}${astToString(await openapiTS(text))}`,
  },
];

let stale = 0;
for (const { file, content } of outputs) {
  if (!process.argv.includes('--check')) {
    await writeFile(file, content);
  } else if ((await readFile(file, 'utf8')) !== content) {
    console.error(
      `${file.pathname} is not in step with openapi.yaml: run node scripts/generate-schema.mjs`,
    );
    stale = 1;
  }
}
process.exitCode = stale;
