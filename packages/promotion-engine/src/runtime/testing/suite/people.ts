import { Actor } from '../../engine';

/** Somebody without any group. */
export const ada: Actor = {
  ref: 'user:default/ada',
  ownership: ['user:default/ada'],
};

/** A release manager, or whoever the groups say. */
export function person(
  name: string,
  ...groups: [string, ...string[]] | []
): Actor {
  const ref = `user:default/${name}`;
  const of = groups.length > 0 ? groups : ['group:default/release-managers'];
  return { ref, ownership: [ref, ...of] };
}
