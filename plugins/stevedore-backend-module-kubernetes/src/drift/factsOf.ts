import { RunningFacts } from '@stevedore/promotion-engine';
import { KubernetesObject } from '../api/resourceKind';
import { ObjectRef } from '../watch/Cluster';
import { ClusterView } from '../watch/ClusterView';

type Seen = Extract<RunningFacts, { status: 'seen' }>;
type Unseen = Extract<RunningFacts, { status: 'unseen' }>;

/** What an object says of what runs, and what the objects in it say; or why it cannot say that now. */
export type Said =
  | (Pick<Seen, 'images' | 'revisions'> & { within?: RunningFacts[] })
  | { reason: string };

export interface Place<T> {
  ref: ObjectRef;
  /** For people; the kind, name and namespace where nothing is said. */
  what?: string;
  /** Nothing else is in doubt where it cannot be seen; absent: everything is. */
  about?: Unseen['about'];
  say(object: T, view: ClusterView): Said;
}

/** For people. */
export const titleOf = ({ kind, name, namespace }: ObjectRef): string =>
  `${kind.kind} "${name}" in namespace "${namespace}"`;

/** What runs by one object, as its cluster shows it now. */
export function factsOf<T extends KubernetesObject>(
  view: ClusterView,
  { ref, what = titleOf(ref), about, say }: Place<T>,
): RunningFacts[] {
  const unseen = (reason: string): RunningFacts[] => [
    {
      what,
      status: 'unseen',
      reason: `${what} ${reason}`,
      ...(about && { about }),
    },
  ];
  const sight = view.see<T>(ref);
  if (sight.status === 'unknown')
    return unseen(`cannot be seen: ${sight.reason}`);
  if (sight.status === 'absent') return unseen('is not there');
  const said = say(sight.object, view);
  if ('reason' in said) return unseen(said.reason);
  const { within = [], ...own } = said;
  return [{ what, status: 'seen', ...own }, ...within];
}
