import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseAllDocuments } from 'yaml';
import { fillInAddresses } from '../world/addresses';
import { exampleOf } from '../world/components';
import { REPOSITORY } from '../world/layout';
import { DemoPorts } from '../world/ports';
import { PolicyRule } from './ApiServer';
import { KubernetesObject } from './kinds';

const ROLES = join(
  REPOSITORY,
  'plugins/stevedore-backend-module-kubernetes/rbac',
);

/** The objects of examples/kubernetes/cluster, with the demo's addresses. */
export async function readObjects(
  ports: DemoPorts,
): Promise<KubernetesObject[]> {
  const texts = await readYaml(exampleOf('kubernetes/cluster'));
  return texts.flatMap(text =>
    documentsOf<KubernetesObject>(fillInAddresses(text, ports)),
  );
}

/** What the roles allow that come with the module for clusters: Backstage may do no more here than elsewhere. */
export async function readRules(): Promise<PolicyRule[]> {
  const texts = await readYaml(ROLES);
  return texts
    .flatMap(text => documentsOf<{ rules?: PolicyRule[] }>(text))
    .flatMap(({ rules = [] }) => rules);
}

async function readYaml(directory: string): Promise<string[]> {
  const names = await readdir(directory);
  return Promise.all(
    names
      .filter(name => name.endsWith('.yaml'))
      .sort()
      .map(name => readFile(join(directory, name), 'utf8')),
  );
}

const documentsOf = <T>(text: string): T[] =>
  parseAllDocuments(text).map(document => document.toJS());
