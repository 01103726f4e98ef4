import { FreightRow } from '../../model/rows';
import { commitAct, entryOf, expectFreight } from '../commit';
import { EngineContext } from '../context';
import { RequestError } from '../engine';
import { freightOf } from '../freightOf';
import { checkLink } from './checkScope';
import { TestReport } from './Gatekeeping';

const NAME = /^[A-Za-z0-9][\w.-]{0,62}$/;

/**
 * Keeps what a test found out about freight; a later result of the same test takes its place.
 * @throws RequestError for a name that is none, or freight that is not there
 */
export async function reportTest(
  engine: EngineContext,
  { project, freight: name, result, actor }: TestReport,
): Promise<FreightRow> {
  if (!NAME.test(result.name))
    throw new RequestError(
      'invalid',
      `"${result.name}" is no name of a test: letters, digits, dots, dashes and underscores, at most 63`,
    );
  checkLink(result.link);
  const freight = await freightOf(engine, project, name);
  await commitAct(engine, project, {
    entries: [
      entryOf(engine, {
        verb: 'freight.tested',
        actor: actor.ref,
        subject: `freight:${freight.name}`,
        data: { freight: freight.name, result },
      }),
    ],
    expect: [expectFreight(freight)],
  });
  const definition = await engine.definitions.load(project);
  for (const stage of definition?.project.stages ?? [])
    await engine.queue.enqueue({ kind: 'stage', project, name: stage.name });
  return (await engine.store.freight(project, freight.name))!;
}
