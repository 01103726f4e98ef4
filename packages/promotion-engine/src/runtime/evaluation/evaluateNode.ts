import type { Node } from '../../expressions/ast';
import { binaryOperations } from './binaryOperations';

export type HostFunction = (...args: unknown[]) => unknown;

export interface Scope {
  values: Readonly<Record<string, unknown>>;
  functions: Readonly<Record<string, HostFunction>>;
}

/** Evaluates the part of expr-lang that templates of promotions use. An undefined name is nil (Kargo: no expr.Env). */
export function evaluateNode(node: Node, scope: Scope): unknown {
  switch (node.kind) {
    case 'literal':
      return typeof node.value === 'bigint' ? Number(node.value) : node.value;
    case 'identifier':
      return own(scope.values, node.name);
    case 'unary':
      return unary(node.operator, evaluateNode(node.operand, scope));
    case 'binary':
      return binary(node, scope);
    case 'conditional':
      return evaluateNode(
        truth(evaluateNode(node.test, scope)) ? node.then : node.otherwise,
        scope,
      );
    case 'member':
      return member(node, scope);
    case 'chain':
      return chain(node.node, scope);
    case 'call':
      return call(node, scope);
    case 'array':
      return node.elements.map(element => evaluateNode(element, scope));
    case 'map':
      return Object.fromEntries(
        node.entries.map(({ key, value }) => [
          String(evaluateNode(key, scope)),
          evaluateNode(value, scope),
        ]),
      );
    case 'let': {
      const values = {
        ...scope.values,
        [node.name]: evaluateNode(node.value, scope),
      };
      return evaluateNode(node.body, { ...scope, values });
    }
    case 'sequence':
      return node.nodes.map(each => evaluateNode(each, scope)).pop();
    default:
      throw new Error(
        `${node.kind} is not supported in expressions of this version`,
      );
  }
}

/** Stops a chain with `?.` at nil. */
class NilInChain extends Error {}

function chain(node: Node, scope: Scope): unknown {
  try {
    return evaluateNode(node, scope);
  } catch (error) {
    if (error instanceof NilInChain) return null;
    throw error;
  }
}

function own(object: Readonly<Record<string, unknown>>, name: string): unknown {
  return Object.hasOwn(object, name) ? object[name] ?? null : null;
}

function truth(value: unknown): boolean {
  if (typeof value !== 'boolean')
    throw new Error(
      `a condition is true or false, not ${JSON.stringify(value)}`,
    );
  return value;
}

function unary(operator: string, value: unknown): unknown {
  if (operator === '!' || operator === 'not') return !truth(value);
  if (typeof value !== 'number') throw new Error(`${operator} needs a number`);
  return operator === '-' ? -value : value;
}

function binary(
  node: Extract<Node, { kind: 'binary' }>,
  scope: Scope,
): unknown {
  const left = evaluateNode(node.left, scope);
  const right = () => evaluateNode(node.right, scope);
  switch (node.operator) {
    case '&&':
    case 'and':
      return truth(left) && truth(right());
    case '||':
    case 'or':
      return truth(left) || truth(right());
    case '??':
      return left ?? right();
    default: {
      const operation = binaryOperations[node.operator];
      if (!operation)
        throw new Error(
          `the operator ${node.operator} is not supported in expressions of this version`,
        );
      return operation(left, right());
    }
  }
}

function member(
  node: Extract<Node, { kind: 'member' }>,
  scope: Scope,
): unknown {
  const object = evaluateNode(node.object, scope);
  const key = evaluateNode(node.property, scope);
  if (object === null || object === undefined) {
    if (node.optional) throw new NilInChain();
    throw new Error(`cannot fetch ${String(key)} from nil`);
  }
  if (Array.isArray(object)) {
    const index = Number(key) < 0 ? object.length + Number(key) : Number(key);
    if (!(index in object))
      throw new Error(
        `index out of range: ${String(key)} (the list has ${object.length})`,
      );
    return object[index];
  }
  if (typeof object !== 'object')
    throw new Error(`cannot fetch ${String(key)} from ${typeof object}`);
  return own(object as Record<string, unknown>, String(key));
}

function call(node: Extract<Node, { kind: 'call' }>, scope: Scope): unknown {
  if (node.callee.kind !== 'identifier')
    throw new Error('methods are not supported in expressions of this version');
  const { name } = node.callee;
  if (!Object.hasOwn(scope.functions, name))
    throw new Error(`unknown function ${name}`);
  return scope.functions[name](
    ...node.arguments.map(argument => evaluateNode(argument, scope)),
  );
}
