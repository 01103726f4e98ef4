import type * as ast from '../ast';
import { ExpressionError, Fault } from '../errors';
import { compilePattern } from '../evaluator/pattern';
import { FunctionSet, mismatch } from '../functions/definition';
import { iterations } from '../parser/operators';
import {
  BOOL,
  BYTES,
  FLOAT,
  FUNCTION,
  INT,
  isUnknown,
  MAP,
  methodOf,
  NIL,
  STRING,
  UNKNOWN,
} from '../types/staticType';
import type { StaticType } from '../values/value';
import { iterationType, pointerTypes } from './iterations';
import { memberType, sliceType } from './members';
import {
  arrayLiteralType,
  binaryType,
  eitherType,
  unaryType,
} from './operators';
import { findPointerType, findVariableType, TypeScope } from './scope';

/**
 * Finds what cannot work whatever the environment says: expr-lang refuses such expressions before it runs
 * them, even in branches that would never be reached.
 */
export class Checker {
  /** Every node's type; also what was checked already, since a node may stand in two places (`a < b < c`). */
  readonly types = new Map<ast.Node, StaticType>();

  constructor(
    private readonly source: string,
    private readonly functions: FunctionSet,
  ) {}

  /** Throws `ExpressionError`. */
  check(node: ast.Node, scope?: TypeScope): StaticType {
    const known = this.types.get(node);
    if (known) {
      return known;
    }
    const type = this.visit(node, scope);
    this.types.set(node, type);
    return type;
  }

  private visit(node: ast.Node, scope: TypeScope | undefined): StaticType {
    switch (node.kind) {
      case 'literal':
        return literalType(node);
      case 'identifier':
        return this.identifier(node, scope);
      case 'pointer':
        return this.pointer(node, scope);
      case 'unary':
        return this.placed(node, () =>
          unaryType(node.operator, this.check(node.operand, scope)),
        );
      case 'binary':
        return this.binary(node, scope);
      case 'conditional':
        return this.conditional(node, scope);
      case 'member':
        return this.member(node, scope);
      case 'slice':
        return this.slice(node, scope);
      case 'chain':
        return this.check(node.node, scope);
      case 'call':
        return this.call(node, scope);
      default:
        return this.visitRare(node, scope);
    }
  }

  private visitRare(node: ast.Node, scope: TypeScope | undefined): StaticType {
    switch (node.kind) {
      case 'iteration':
        return this.iteration(node, scope);
      case 'array':
        return arrayLiteralType(
          node.elements.map(element => this.check(element, scope)),
        );
      case 'map':
        node.entries.forEach(entry =>
          [entry.key, entry.value].forEach(part => this.check(part, scope)),
        );
        return MAP;
      case 'let':
        return this.let(node, scope);
      case 'sequence':
        return node.nodes.map(part => this.check(part, scope)).pop()!;
      default:
        return BOOL;
    }
  }

  private identifier(
    node: ast.Identifier,
    scope: TypeScope | undefined,
  ): StaticType {
    const variable = findVariableType(scope, node.name);
    if (variable) {
      return variable;
    }
    // a function's name is a function to the checker, although evaluation asks the environment for it
    return this.functions.has(node.name) || iterations.has(node.name)
      ? FUNCTION
      : UNKNOWN;
  }

  private pointer(node: ast.Pointer, scope: TypeScope | undefined): StaticType {
    return (
      findPointerType(scope, node.name) ??
      this.fail(node, `unknown pointer #${node.name}`)
    );
  }

  private binary(node: ast.Binary, scope: TypeScope | undefined): StaticType {
    const left = this.check(node.left, scope);
    const right = this.check(node.right, scope);
    if (
      node.operator === 'matches' &&
      node.right.kind === 'literal' &&
      typeof node.right.value === 'string'
    ) {
      const pattern = node.right.value;
      this.placed(node, () => compilePattern(pattern));
    }
    return this.placed(node, () => binaryType(node.operator, left, right));
  }

  private conditional(
    node: ast.Conditional,
    scope: TypeScope | undefined,
  ): StaticType {
    const test = this.check(node.test, scope);
    if (!isUnknown(test) && test.kind !== 'bool') {
      this.fail(
        node.test,
        `non-bool expression (type ${test.name}) used as condition`,
      );
    }
    return eitherType(
      this.check(node.then, scope),
      this.check(node.otherwise, scope),
    );
  }

  private member(node: ast.Member, scope: TypeScope | undefined): StaticType {
    const object = this.check(node.object, scope);
    const property = this.check(node.property, scope);
    return this.placed(node, () => memberType(object, property, node));
  }

  private slice(node: ast.Slice, scope: TypeScope | undefined): StaticType {
    const object = this.check(node.object, scope);
    const bounds = [node.from, node.to]
      .filter(bound => bound !== undefined)
      .map(bound => this.check(bound, scope));
    return this.placed(node, () => sliceType(object, bounds));
  }

  private call(node: ast.Call, scope: TypeScope | undefined): StaticType {
    const { callee } = node;
    if (callee.kind === 'member') {
      return this.callMethod(node, callee, scope);
    }
    const args = node.arguments.map(argument => this.check(argument, scope));
    const variable = node.builtinOnly
      ? undefined
      : findVariableType(scope, callee.name);
    const definition = variable ? undefined : this.functions.get(callee.name);
    if (definition) {
      return this.placed(node, () => definition.check(args));
    }
    if ((variable && !isUnknown(variable)) || callee.name === '$env') {
      this.fail(node, `${callee.name} is not callable`);
    }
    return UNKNOWN;
  }

  private callMethod(
    node: ast.Call,
    callee: ast.Member,
    scope: TypeScope | undefined,
  ): StaticType {
    const object = this.check(callee.object, scope);
    const args = node.arguments.map(argument => this.check(argument, scope));
    const name =
      callee.property.kind === 'literal' ? String(callee.property.value) : '';
    if (object.kind !== 'object') {
      const type = this.member(callee, scope);
      return isUnknown(type)
        ? UNKNOWN
        : this.fail(node, `${type.name} is not callable`);
    }
    const method =
      methodOf(object.object!, name) ??
      this.fail(node, `type ${object.name} has no method ${name}`);
    const problem = mismatch(name, method, args);
    return problem === undefined ? method.result : this.fail(node, problem);
  }

  private iteration(
    node: ast.Iteration,
    scope: TypeScope | undefined,
  ): StaticType {
    const collection = this.check(node.collection, scope);
    const pointers = this.placed(node, () =>
      pointerTypes(node.name, collection),
    );
    const predicate =
      node.predicate && this.check(node.predicate, { outer: scope, pointers });
    const extra = node.extra && this.check(node.extra, scope);
    return this.placed(node, () =>
      iterationType(node, collection, { predicate, extra }),
    );
  }

  private let(node: ast.Let, scope: TypeScope | undefined): StaticType {
    if (this.functions.has(node.name) || iterations.has(node.name)) {
      this.fail(node, `cannot redeclare function ${node.name}`);
    }
    if (findVariableType(scope, node.name)) {
      this.fail(node, `cannot redeclare variable ${node.name}`);
    }
    const type = this.check(node.value, scope);
    return this.check(node.body, { outer: scope, name: node.name, type });
  }

  private placed<T>(node: ast.Node, judge: () => T): T {
    try {
      return judge();
    } catch (error) {
      throw error instanceof Fault ? this.errorAt(node, error.message) : error;
    }
  }

  private fail(node: ast.Node, reason: string): never {
    throw this.errorAt(node, reason);
  }

  private errorAt(node: ast.Node, reason: string): ExpressionError {
    return new ExpressionError(reason, {
      source: this.source,
      offset: node.at,
    });
  }
}

function literalType({ value }: ast.Literal): StaticType {
  switch (typeof value) {
    case 'boolean':
      return BOOL;
    case 'bigint':
      return INT;
    case 'number':
      return FLOAT;
    case 'string':
      return STRING;
    default:
      return value === null ? NIL : BYTES;
  }
}
