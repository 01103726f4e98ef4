import { Project, Stage } from '../model/definition';
import { FreightRow } from '../model/rows';
import { EngineContext } from './context';
import { FreightInto, RequestError } from './engine';
import { freightOf } from './freightOf';

/** What a request names, by name or alias. @throws RequestError that says what there is instead. */
export async function resolveFreight(
  engine: EngineContext,
  input: FreightInto,
): Promise<{ project: Project; stage: Stage; freight: FreightRow }> {
  const found = await resolveStage(engine, input);
  const freight = await freightOf(engine, input.project, input.freight);
  return { ...found, freight };
}

/** @throws RequestError that says what there is instead. */
export async function resolveStage(
  engine: EngineContext,
  { project, stage: wanted }: Pick<FreightInto, 'project' | 'stage'>,
): Promise<{ project: Project; stage: Stage }> {
  const definition = await engine.definitions.load(project);
  if (!definition) {
    throw new RequestError('notFound', `there is no pipeline ${project}`);
  }
  const { stages } = definition.project;
  const stage = stages.find(each => each.name === wanted);
  if (!stage) {
    const known = stages.map(each => each.name).join(', ');
    const message = `there is no stage ${wanted} in ${project}; its stages are ${known}`;
    throw new RequestError('notFound', message);
  }
  return { project: definition.project, stage };
}
