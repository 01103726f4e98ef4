import { method, objectType, STRING } from '../../types/staticType';
import { newMap } from '../collections';
import { Method, ObjectType, ObjectValue, StaticType, Value } from '../value';
import type { Zone } from './zone';

const methods: Record<string, Method> = {};

/** Go's time.Location, as `timezone()` returns it. */
export const locationType: ObjectType = {
  name: '*time.Location',
  word: 'time.Location',
  fields: {},
  methods,
};
export const LOCATION: StaticType = objectType(locationType);

export class Location extends ObjectValue {
  readonly type = locationType;

  constructor(readonly zone: Zone) {
    super();
  }

  override text(): string {
    return this.zone.name;
  }

  /** A Go struct without exported fields. */
  override plain(): Value {
    return newMap();
  }

  override equals(other: Value): boolean {
    return other instanceof Location && other.zone.name === this.zone.name;
  }
}

methods.String = method<Location>({
  result: STRING,
  call: self => self.text(),
});
