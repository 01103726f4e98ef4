import { selectsStage } from '../../decide/isAutoPromotionEnabled';
import { compileNamePattern } from '../../model/patterns';
import { isEverywhere, PLATFORM, Scope } from '../../model/scope';
import { EngineContext } from '../context';
import { RequestError } from '../engine';

/** @throws RequestError when the project is not there, or the scope selects nothing in it */
export async function checkScope(
  engine: Pick<EngineContext, 'definitions'>,
  project: string,
  scope: Scope,
): Promise<void> {
  const { stages = {} } = scope;
  try {
    selectsStage(stages, { name: '', labels: {} });
    compileNamePattern(stages.name ?? '');
  } catch (error) {
    throw new RequestError('invalid', (error as Error).message);
  }
  if (project === PLATFORM) return;
  if (!isEverywhere(scope))
    throw new RequestError(
      'invalid',
      'what is set for one component concerns that component; leave out entities and filter, or set it for the platform',
    );
  const definition = await engine.definitions.load(project);
  if (!definition)
    throw new RequestError('notFound', `there is no pipeline ${project}`);
  const fitting = definition.project.stages.some(stage =>
    selectsStage(stages, stage),
  );
  if (!fitting)
    throw new RequestError(
      'notFound',
      `no stage of ${project} fits ${
        stages.name ?? 'those labels'
      }; it has ${definition.project.stages
        .map(({ name }) => name)
        .join(', ')}`,
    );
}

/** @throws RequestError for a link that is no web address */
export function checkLink(link: string | undefined): void {
  if (link === undefined) return;
  const web = URL.canParse(link) && /^https?:$/.test(new URL(link).protocol);
  if (!web)
    throw new RequestError(
      'invalid',
      `${link} is no web address: begin it with https://`,
    );
}
