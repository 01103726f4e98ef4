import { NeedsFact, textFacts } from '../../expressions';
import { FreightStageRow } from '../../model/rows';
import { NamedTexts, SecretRequest } from '../../ports/secrets';
import { PlanningContext } from '../context';
import { FactSource } from './withFacts';

interface FactsOf {
  project: string;
  /** Hears of a secret before an expression sees it. */
  onSecret?(request: SecretRequest, texts: NamedTexts): Promise<void>;
}

/**
 * Facts of one project. Every secret becomes known to the masker before an expression sees it.
 * @param engine - secrets, metadata and status come from there
 */
export function factSource(
  engine: Pick<PlanningContext, 'secrets' | 'store' | 'masker'>,
  { project, onSecret }: FactsOf,
): FactSource {
  return async need => {
    const { kind, fact: name } = need;
    if (isTextFact(kind)) {
      const request = { project, kind, name };
      const texts = await readTexts(engine, request);
      if (texts && isSecret(kind)) await onSecret?.(request, texts);
      return texts?.data ?? {};
    }
    if (kind === 'stageMetadata') {
      const row = await engine.store.stage(project, name);
      return row?.metadata ?? {};
    }
    if (kind !== 'freightMetadata' && kind !== 'freightStatus') throw need;
    const freight = await engine.store.freight(project, name);
    if (!freight || kind === 'freightMetadata') return freight?.metadata;
    const rows = await engine.store.freightStages(project, [name]);
    return { ...statusOf(rows), metadata: freight.metadata };
  };
}

/** What steps wrote to freight and stages is kept as it was first seen; secrets are never written down. */
export function pinnedFacts(
  source: FactSource,
  pin: (fact: string, resolve: () => Promise<string>) => Promise<string>,
): FactSource {
  return async need => {
    if (isTextFact(need.kind)) return source(need);
    // a name that nobody has is pinned, too: JSON's null
    const text = await pin(`${need.kind}:${need.fact}`, async () =>
      JSON.stringify((await source(need)) ?? null),
    );
    return JSON.parse(text) ?? undefined;
  };
}

const isTextFact = (kind: NeedsFact['kind']): kind is SecretRequest['kind'] =>
  (textFacts as readonly string[]).includes(kind);

const isSecret = (kind: SecretRequest['kind']) =>
  kind === 'secret' || kind === 'sharedSecret';

/** A named set of texts; of a secret the masker knows every one from then on. */
export async function readTexts(
  { secrets, masker }: Pick<PlanningContext, 'secrets' | 'masker'>,
  request: SecretRequest,
): Promise<NamedTexts | undefined> {
  const texts = await secrets?.read(request);
  if (isSecret(request.kind))
    Object.values(texts?.data ?? {}).forEach(text => masker.add(text));
  return texts;
}

/** Kargo's FreightStatus: what freight is to each stage. */
function statusOf(rows: FreightStageRow[]) {
  const status = {
    currentlyIn: {} as Record<string, unknown>,
    verifiedIn: {} as Record<string, unknown>,
    approvedFor: {} as Record<string, unknown>,
  };
  for (const { stage, since, verifiedAt, waived } of rows) {
    if (since) status.currentlyIn[stage] = { since };
    if (verifiedAt) status.verifiedIn[stage] = { verifiedAt };
    if (waived) status.approvedFor[stage] = { approvedAt: waived.at };
  }
  return status;
}
