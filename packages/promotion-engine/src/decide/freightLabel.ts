import { FreightReference } from '../model/freight';

/** What people call freight: the version of its first image, otherwise its alias, otherwise the start of its name. */
export function freightLabel(
  freight: Pick<FreightReference, 'name' | 'images'> & { alias?: string },
): string {
  return freight.images[0]?.tag ?? freight.alias ?? freight.name.slice(0, 7);
}
