import { WorkKey } from '@stevedore/promotion-engine';

/** One text for one key, whatever its names hold. */
export function keyText({ kind, project, name }: WorkKey): string {
  return JSON.stringify([kind, project, name]);
}
