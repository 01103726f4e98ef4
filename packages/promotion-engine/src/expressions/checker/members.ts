import type * as ast from '../ast';
import { Fault } from '../errors';
import { isAssignable } from '../functions/definition';
import { fieldOf, isUnknown, STRING, UNKNOWN } from '../types/staticType';
import type { StaticType } from '../values/value';

/** The type of `object[property]`. Throws a `Fault`. */
export function memberType(
  object: StaticType,
  property: StaticType,
  node: ast.Member,
): StaticType {
  switch (object.kind) {
    case 'unknown':
      return UNKNOWN;
    case 'map':
      if (!isUnknown(property) && !isAssignable(property, object.key!)) {
        throw new Fault(
          `cannot use ${property.name} to get an element from ${object.name}`,
        );
      }
      return object.element!;
    case 'array':
      if (!isUnknown(property) && property.kind !== 'int') {
        throw new Fault(
          `array elements can only be selected using an integer (got ${property.name})`,
        );
      }
      return object.element!;
    default:
      return fieldType(object, node);
  }
}

/** The type of `object[from:to]`. Throws a `Fault`. */
export function sliceType(
  object: StaticType,
  bounds: readonly StaticType[],
): StaticType {
  if (!['unknown', 'array', 'string'].includes(object.kind)) {
    throw new Fault(`cannot slice ${object.name}`);
  }
  const wrong = bounds.find(bound => !isUnknown(bound) && bound.kind !== 'int');
  if (wrong) {
    throw new Fault(`non-integer slice index ${wrong.name}`);
  }
  return object.kind === 'string' ? STRING : object;
}

function fieldType(object: StaticType, node: ast.Member): StaticType {
  const name =
    node.property.kind === 'literal' ? node.property.value : undefined;
  const field =
    object.object && typeof name === 'string'
      ? fieldOf(object.object, name)
      : undefined;
  if (!field) {
    throw new Fault(
      `type ${object.name} has no field ${String(name ?? '[…]')}`,
    );
  }
  return field;
}
