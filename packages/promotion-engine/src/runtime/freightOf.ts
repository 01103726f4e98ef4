import { FreightRow } from '../model/rows';
import { EngineContext } from './context';
import { RequestError } from './engine';

/** Freight by name or alias. @throws RequestError when there is none */
export async function freightOf(
  engine: EngineContext,
  project: string,
  nameOrAlias: string,
): Promise<FreightRow> {
  const found =
    (await engine.store.freight(project, nameOrAlias)) ??
    (await engine.store.freightByAlias(project, nameOrAlias));
  if (found) return found;
  throw new RequestError(
    'notFound',
    `there is no freight ${nameOrAlias} in ${project}`,
  );
}
