import { readFileSync, writeFileSync } from 'node:fs';
import { renderMatrix } from './renderMatrix';
import { ROWS } from './rows';

const [, , file] = process.argv;
const page = readFileSync(file, 'utf8');
const begin = page.indexOf('| Operation ');
const end = page.indexOf('\n\n', begin);
writeFileSync(
  file,
  `${page.slice(0, begin)}${renderMatrix(ROWS)}${
    end === -1 ? '\n' : page.slice(end)
  }`,
);
