import type * as ast from '../ast';
import { ExpressionError, Fault, NeedsFact } from '../errors';
import { FunctionSet, requireArguments } from '../functions/definition';
import { hasKey, newMap, requireKnown } from '../values/collections';
import { typeName } from '../values/describe';
import { fetchMember, findMethod, sliceValue } from '../values/member';
import { nilOr } from '../values/shape';
import type {
  CallContext,
  ObjectValue,
  Value,
  ValueMap,
} from '../values/value';
import { iterate } from './iterations';
import { applyBinary, applyUnary, requireBool } from './operators';
import { findIteration, findVariable, Scope } from './scope';

/** What an evaluation may look at. Without an environment every name in the expression is an error. */
export interface Surroundings {
  readonly environment: ValueMap | undefined;
  readonly functions: FunctionSet;
  readonly context: CallContext;
}

/** Where `?.` found nil: the rest of the chain is skipped. */
const SKIPPED = Symbol('skipped');
type Evaluated = Value | typeof SKIPPED;

/** Walks an optimized tree once. */
export class Evaluator {
  /** The node that failures are blamed on. */
  private at = 0;

  constructor(
    private readonly source: string,
    private readonly surroundings: Surroundings,
  ) {}

  /** Throws `ExpressionError`, or the `NeedsFact` that something raised. */
  run(root: ast.Node): Value {
    try {
      return this.evaluate(root, undefined);
    } catch (error) {
      throw this.explained(error);
    }
  }

  private explained(error: unknown): unknown {
    if (error instanceof NeedsFact || error instanceof ExpressionError) {
      return error;
    }
    if (error instanceof Fault) {
      return new ExpressionError(error.message, {
        source: this.source,
        offset: this.at,
      });
    }
    return error;
  }

  private evaluate(node: ast.Node, scope: Scope | undefined): Value {
    const value = this.visit(node, scope);
    return value === SKIPPED ? null : value;
  }

  private visit(node: ast.Node, scope: Scope | undefined): Evaluated {
    this.surroundings.context.budget.step();
    switch (node.kind) {
      case 'literal':
        return node.value;
      case 'identifier':
        return this.identifier(node, scope);
      case 'pointer':
        return this.pointer(node, scope);
      case 'unary':
        return applyUnary(
          node.operator,
          this.operand(node, node.operand, scope),
        );
      case 'binary':
        return this.binary(node, scope);
      case 'conditional':
        return this.evaluate(
          this.truth(node, node.test, scope) ? node.then : node.otherwise,
          scope,
        );
      case 'member':
        return this.member(node, scope);
      case 'slice':
        return this.slice(node, scope);
      case 'chain':
        return nilOr(this.evaluate(node.node, scope));
      case 'call':
        return this.call(node, scope);
      default:
        return this.visitRare(node, scope);
    }
  }

  private visitRare(node: ast.Node, scope: Scope | undefined): Value {
    switch (node.kind) {
      case 'iteration':
        return this.iteration(node, scope);
      case 'array':
        return this.array(node, scope);
      case 'map':
        return this.map(node, scope);
      case 'let':
        return this.evaluate(node.body, {
          outer: scope,
          name: node.name,
          value: this.evaluate(node.value, scope),
        });
      case 'sequence':
        return node.nodes.reduce<Value>(
          (_, part) => this.evaluate(part, scope),
          null,
        );
      case 'inStrings':
        return this.inStrings(node, scope);
      case 'between': {
        const value = this.evaluate(node.left, scope) as bigint;
        return value >= node.from && value <= node.to;
      }
      default:
        throw new Error(`unknown node ${node.kind}`);
    }
  }

  private identifier(node: ast.Identifier, scope: Scope | undefined): Value {
    const variable = findVariable(scope, node.name);
    if (variable) {
      return variable.value!;
    }
    const { environment } = this.surroundings;
    if (node.name === '$env') {
      return environment ?? null;
    }
    this.at = node.at;
    if (!environment) {
      throw new Fault(`cannot fetch ${node.name} from <nil>`);
    }
    return hasKey(environment, node.name)
      ? requireKnown(environment[node.name])
      : null;
  }

  private pointer(node: ast.Pointer, scope: Scope | undefined): Value {
    const iteration = findIteration(scope)!;
    switch (node.name) {
      case 'index':
        return BigInt(iteration.index);
      case 'acc':
        return iteration.accumulator;
      default:
        return iteration.element;
    }
  }

  private binary(node: ast.Binary, scope: Scope | undefined): Value {
    switch (node.operator) {
      case '??':
        return (
          nilOr(this.evaluate(node.left, scope)) ??
          this.evaluate(node.right, scope)
        );
      case '&&':
      case 'and':
        // the right side is the result, whatever it is
        return this.truth(node, node.left, scope)
          ? this.evaluate(node.right, scope)
          : false;
      case '||':
      case 'or':
        return this.truth(node, node.left, scope)
          ? true
          : this.evaluate(node.right, scope);
      default: {
        const left = this.evaluate(node.left, scope);
        const right = this.evaluate(node.right, scope);
        this.at = node.at;
        return applyBinary(
          node.operator,
          [left, right],
          this.surroundings.context.budget,
        );
      }
    }
  }

  private truth(
    node: ast.Node,
    test: ast.Node,
    scope: Scope | undefined,
  ): boolean {
    const value = this.evaluate(test, scope);
    this.at = node.at;
    return requireBool(value);
  }

  private member(node: ast.Member, scope: Scope | undefined): Evaluated {
    const object = this.visit(node.object, scope);
    if (object === SKIPPED || (node.optional && object === null)) {
      return SKIPPED;
    }
    const key = this.evaluate(node.property, scope);
    this.at = node.at;
    if (typeof object === 'string') {
      this.lookAt(object);
    }
    return fetchMember(object, key);
  }

  private slice(node: ast.Slice, scope: Scope | undefined): Value {
    const object = this.evaluate(node.object, scope);
    const from = node.from && this.evaluate(node.from, scope);
    const to = node.to && this.evaluate(node.to, scope);
    this.at = node.at;
    this.lookAt(object);
    return sliceValue(object, from, to);
  }

  private call(node: ast.Call, scope: Scope | undefined): Evaluated {
    if (node.callee.kind === 'member') {
      return this.callMethod(node, node.callee, scope);
    }
    const { functions, context } = this.surroundings;
    const definition = findVariable(scope, node.callee.name)
      ? undefined
      : functions.get(node.callee.name);
    const args = node.arguments.map(argument => this.evaluate(argument, scope));
    this.at = node.at;
    if (!definition) {
      const { environment } = this.surroundings;
      const value =
        environment && hasKey(environment, node.callee.name)
          ? environment[node.callee.name]
          : null;
      throw new Fault(
        value === null
          ? 'cannot call nil'
          : `cannot call non-function of type ${typeName(value)}`,
      );
    }
    args.forEach(arg => this.lookAt(arg));
    return definition.call(args, context);
  }

  private callMethod(
    node: ast.Call,
    callee: ast.Member,
    scope: Scope | undefined,
  ): Evaluated {
    const object = this.visit(callee.object, scope);
    if (object === SKIPPED || (callee.optional && object === null)) {
      return SKIPPED;
    }
    const name = this.evaluate(callee.property, scope);
    const args = node.arguments.map(argument => this.evaluate(argument, scope));
    this.at = node.at;
    const method = findMethod(object, name);
    const fitting = requireArguments(method, args);
    args.forEach(arg => this.lookAt(arg));
    this.surroundings.context.budget.step((object as ObjectValue).cost);
    return method.call(object as never, fitting, this.surroundings.context);
  }

  private iteration(node: ast.Iteration, scope: Scope | undefined): Value {
    const collection = this.evaluate(node.collection, scope);
    this.at = node.at;
    return iterate({
      node,
      collection,
      predicate: iteration => {
        const value = this.evaluate(node.predicate!, {
          outer: scope,
          iteration,
        });
        this.at = node.at;
        return value;
      },
      extra: () => this.evaluate(node.extra!, scope),
      budget: this.surroundings.context.budget,
    });
  }

  private array(node: ast.ArrayLiteral, scope: Scope | undefined): Value {
    const items = node.elements.map(element => this.evaluate(element, scope));
    this.at = node.at;
    this.surroundings.context.budget.grow(items.length);
    return items;
  }

  private map(node: ast.MapLiteral, scope: Scope | undefined): Value {
    const map = newMap();
    for (const entry of node.entries) {
      const key = this.evaluate(entry.key, scope);
      if (typeof key !== 'string') {
        this.at = entry.key.at;
        throw new Fault(`map key must be a string, got ${typeName(key)}`);
      }
      map[key] = this.evaluate(entry.value, scope);
    }
    this.at = node.at;
    this.surroundings.context.budget.grow(node.entries.length);
    return map;
  }

  private inStrings(node: ast.InStrings, scope: Scope | undefined): boolean {
    const value = this.evaluate(node.left, scope);
    this.at = node.at;
    if (value !== null && typeof value !== 'string') {
      throw new Fault(`cannot look for ${typeName(value)} among strings`);
    }
    return node.strings.has(value ?? '');
  }

  /** A function may look at every character and element of its arguments. */
  private lookAt(value: Value): void {
    if (
      typeof value === 'string' ||
      Array.isArray(value) ||
      value instanceof Uint8Array
    ) {
      this.surroundings.context.budget.scan(value.length);
    }
  }

  private operand(
    node: ast.Node,
    operand: ast.Node,
    scope: Scope | undefined,
  ): Value {
    const value = this.evaluate(operand, scope);
    this.at = node.at;
    return value;
  }
}
