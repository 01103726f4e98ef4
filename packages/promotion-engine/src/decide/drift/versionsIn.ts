import { parseAllDocuments } from 'yaml';
import { normalizeChart, normalizeImage } from '../../model/urls';
import { referenceVersion, Target, Version } from './version';

/** A value of a document, and where it stands. */
interface Node {
  at: string;
  value: unknown;
}

/** A YAML or JSON file, by its name. */
const isReadable = (path: string): boolean =>
  /\.(ya?ml|json)$/i.test(path) || /(^|\/)Kustomization$/.test(path);

/** Every value of every document; scalars as they are written. Undefined where the text cannot be read. */
export function nodesOf(path: string, text: string): Node[] | undefined {
  if (!isReadable(path)) return undefined;
  try {
    const documents = parseAllDocuments(text, { schema: 'failsafe' });
    if (!Array.isArray(documents)) return [];
    if (documents.some(({ errors }) => errors.length > 0)) return undefined;
    return documents.flatMap((document, index) => [
      ...walk(document.toJS({ maxAliasCount: 100 }), `${index}`),
    ]);
  } catch {
    return undefined;
  }
}

function* walk(value: unknown, at: string): Generator<Node> {
  yield { at, value };
  if (typeof value !== 'object' || value === null) return;
  for (const [key, inner] of Object.entries(value))
    yield* walk(inner, `${at}/${key.replace(/[~/]/g, '~')}`);
}

/** Versions that a document says are the target's: image references, kustomize's images, values of Helm, charts. */
export function namedVersions(nodes: Node[], target: Target): Version[] {
  return nodes.flatMap(({ value }) => {
    if (typeof value === 'string') return referenceVersion(value, target) ?? [];
    if (typeof value !== 'object' || value === null) return [];
    const fields = value as Record<string, unknown>;
    const found =
      target.kind === 'image'
        ? imageIn(fields, target)
        : chartIn(fields, target);
    return found && (found.name || found.digest) ? [found] : [];
  });
}

const text = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value : undefined;

/** `images` of a kustomization, and `repository` with `tag` as charts have it. */
function imageIn(
  fields: Record<string, unknown>,
  { repoURL }: Target,
): Version | undefined {
  const isIt = (name?: string) =>
    name !== undefined && normalizeImage(name) === normalizeImage(repoURL);
  if (isIt(text(fields.newName) ?? text(fields.name)))
    return { name: text(fields.newTag), digest: text(fields.digest) };
  const repository = text(fields.repository) ?? text(fields.image);
  const registry = text(fields.registry);
  const whole =
    registry && repository ? `${registry}/${repository}` : repository;
  return isIt(whole) || isIt(repository)
    ? { name: text(fields.tag), digest: text(fields.digest) }
    : undefined;
}

/** A dependency of a chart, a source of Argo CD, a chart of Flux. */
function chartIn(
  fields: Record<string, unknown>,
  { kind, repoURL, chart }: Target,
): Version | undefined {
  if (kind !== 'chart') return undefined;
  const version = text(fields.version) ?? text(fields.targetRevision);
  const name = text(fields.chart) ?? text(fields.name);
  const repository = text(fields.repository) ?? text(fields.repoURL);
  if (!version) return undefined;
  if (!repository)
    return chart && text(fields.chart) === chart
      ? { name: version }
      : undefined;
  const at = normalizeChart(repository);
  const wanted = normalizeChart(repoURL);
  const isIt =
    (at === wanted && (!chart || name === chart)) || `${at}/${name}` === wanted;
  return isIt ? { name: version } : undefined;
}

/** Where a promotion wrote the version as it is, e.g. `image.tag`: values that have it now and had not before. */
export function writtenPlaces(
  before: Node[],
  promoted: Node[],
  { version }: Target,
): string[] {
  const known = new Map(before.map(({ at, value }) => [at, value]));
  return promoted.flatMap(({ at, value }) => {
    const isIt =
      typeof value === 'string' &&
      (value === version.name || value === version.digest);
    return isIt && known.get(at) !== value ? [at] : [];
  });
}

/** What stands at such a place. */
export function versionAt(nodes: Node[], at: string): Version | undefined {
  const value = text(nodes.find(each => each.at === at)?.value);
  if (value === undefined) return undefined;
  return /^sha256:/.test(value) ? { digest: value } : { name: value };
}
