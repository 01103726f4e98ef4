import { Verdict } from '../objects/verdict';
import { FluxObject } from './fluxKinds';

/** Reasons for not being ready that pass by themselves. */
const PASSING = ['DependencyNotReady', 'Progressing', 'ProgressingWithRetry'];

/**
 * How an object of Flux is doing, by its Ready condition and the revision it applied. A status from before the last
 * change of its spec says nothing.
 *
 * @param revision - a commit, a tag, a version or a digest that it is to be at; empty: any
 */
export function judgeFlux(object: FluxObject, revision = ''): Verdict {
  const { metadata, spec, status } = object;
  if (spec?.suspend)
    return {
      status: 'suspended',
      reason: 'is suspended: Flux leaves it as it is until it is resumed',
    };
  const { generation } = metadata;
  if (generation !== undefined && status?.observedGeneration !== generation)
    return {
      status: 'waiting',
      reason: 'changed, and Flux has not looked at it since',
    };
  const condition = (type: string) =>
    status?.conditions?.find(each => each.type === type);
  const stalled = condition('Stalled');
  if (stalled?.status === 'True')
    return { status: 'broken', reason: `is stalled: ${stalled.message}` };
  const ready = condition('Ready');
  if (ready?.status === 'False')
    return PASSING.includes(ready.reason ?? '')
      ? { status: 'waiting', reason: `is not ready yet: ${ready.message}` }
      : {
          status: 'broken',
          reason: `is not ready (${ready.reason}): ${ready.message}`,
        };
  if (ready?.status !== 'True')
    return {
      status: 'waiting',
      reason: ready?.message
        ? `is being reconciled: ${ready.message}`
        : 'has not said yet whether it is ready',
    };
  const at = revisionOf(object);
  return revision === '' || isAt(at, revision)
    ? { status: 'ready' }
    : { status: 'waiting', reason: `is at "${at}", not at "${revision}"` };
}

function revisionOf({ status }: FluxObject): string {
  return (
    status?.lastAppliedRevision ??
    status?.history?.[0]?.chartVersion ??
    status?.artifact?.revision ??
    ''
  );
}

/** Flux writes `main@sha1:<commit>`, `1.2.3@sha256:<digest>`, `sha256:<digest>` or `1.2.3`; each part names it. */
function isAt(revision: string, wanted: string): boolean {
  const [named, hash] = revision.includes('@')
    ? [
        revision.slice(0, revision.lastIndexOf('@')),
        revision.slice(revision.lastIndexOf('@') + 1),
      ]
    : [revision, revision];
  const plain = hash.slice(hash.indexOf(':') + 1);
  return [revision, named, hash, plain].includes(wanted);
}
