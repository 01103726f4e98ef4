import { PlanAnswer } from '@stevedore/plugin-stevedore-common';
import { Io } from '../io';
import { openPortal, Portal, PortalOptions } from '../portal';

export interface RollbackOptions extends PortalOptions {
  project: string;
  stage: string;
  /** Name (40 hex) or alias; absent: the last that was verified there. */
  freight?: string;
  reason?: string;
  /** Marks what is taken out as bad. */
  quarantine?: boolean;
  /** Does it; otherwise it is only planned. */
  yes?: boolean;
  output: 'text' | 'json';
}

/**
 * `stevedore rollback --project P --stage S [--freight F] [--yes]`: what taking the stage back would write, and with
 * `--yes` the request of just that.
 * @returns the exit code: 1 when the plan says that it would not go
 */
export async function rollback(
  options: RollbackOptions,
  io: Io,
): Promise<number> {
  const { project, stage, reason, quarantine, yes, output } = options;
  const portal = await openPortal(options);
  const freight = options.freight ?? (await lastVerified(portal, options));
  const answer = await portal.client.planPromotion(
    { project, stage, freight, rollback: true },
    portal,
  );
  const refused = answer.whyNot !== undefined;
  if (!yes || refused) {
    io.out(output === 'json' ? asJson(answer) : formatAnswer(answer));
    if (!refused) io.err('Nothing was done; --yes does it.\n');
    return refused ? 1 : 0;
  }
  const promotion = await portal.client.rollbackStage(
    {
      project,
      stage,
      freight,
      reason,
      quarantine,
      plan: answer.plan.promotion,
    },
    portal,
  );
  io.out(
    output === 'json'
      ? asJson(promotion)
      : `${promotion.name} ${promotion.sentence}\n`,
  );
  return 0;
}

/** @throws Error when there is no way back by itself, or when it is not clear which */
async function lastVerified(
  portal: Portal,
  { project, stage }: RollbackOptions,
): Promise<string> {
  const { options, whyNot } = await portal.client.getRollback(
    { project, stage },
    portal,
  );
  if (whyNot) throw new Error(whyNot);
  const ways = options.flatMap(({ to }) => (to ? [to] : []));
  if (ways.length === 1) return ways[0].name;
  if (ways.length > 1)
    throw new Error(
      `${stage} takes freight of several origins: say with --freight which to go back to, ${ways
        .map(({ name, alias }) => alias ?? name)
        .join(' or ')}.`,
    );
  const why = options.map(each => each.whyNot).find(Boolean);
  throw new Error(why ?? `There is nothing to go back to in ${stage}.`);
}

function formatAnswer({ action, plan, gates, whyNot }: PlanAnswer): string {
  const files = plan.effects.flatMap(({ target, files: written }) => [
    target,
    ...written.map(path => `  ${path}`),
  ]);
  const open = gates.filter(({ status }) => status !== 'pass');
  return [
    action,
    ...(files.length > 0 ? files : ['Nothing would change.']),
    ...open.map(
      ({ gate, status, sentence }) => `${status} ${gate}: ${sentence}`,
    ),
    ...(whyNot ? [whyNot] : []),
    '',
  ].join('\n');
}

const asJson = (answer: object) => `${JSON.stringify(answer, null, 2)}\n`;
