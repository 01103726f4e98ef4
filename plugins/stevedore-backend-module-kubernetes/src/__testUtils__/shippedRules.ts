import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { parseAllDocuments } from 'yaml';
import { PolicyRule } from './ApiServer';

/** Rules of the roles that come with this module. */
export async function shippedRules(...files: string[]): Promise<PolicyRule[]> {
  const texts = await Promise.all(
    files.map(file =>
      readFile(resolve(__dirname, '../../rbac', `${file}.yaml`), 'utf8'),
    ),
  );
  return texts
    .flatMap(text => parseAllDocuments(text))
    .flatMap(
      document => (document.toJS() as { rules?: PolicyRule[] }).rules ?? [],
    );
}
