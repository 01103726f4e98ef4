import type { Ast, Node } from './ast';
import { mapChildren } from './astChildren';
import { Checker } from './checker/checker';
import { ExpressionError, Fault } from './errors';
import type { FunctionSet } from './functions/definition';
import { Budget } from './limits';
import { fold } from './optimizer/fold';
import { rewrite } from './optimizer/rewrite';

/** Programs made before, by tree and by the functions they may call. */
const programs = new WeakMap<Ast, WeakMap<FunctionSet, Node>>();

/** Checks a tree and makes it ready to be evaluated. Throws `ExpressionError`. */
export function prepare(ast: Ast, functions: FunctionSet): Node {
  const known = programs.get(ast) ?? new WeakMap<FunctionSet, Node>();
  programs.set(ast, known);
  const found = known.get(functions);
  if (found) {
    return found;
  }
  const checker = new Checker(ast.source, functions);
  checker.check(ast.root);
  const program = optimize(
    ast,
    node => checker.types.get(node)?.name === 'int',
  );
  known.set(functions, program);
  return program;
}

/** From the leaves up; a node that stands in two places is done once. */
function optimize(ast: Ast, isInt: (node: Node) => boolean): Node {
  const done = new Map<Node, Node>();
  const budget = new Budget();
  const visit = (node: Node): Node => {
    const known = done.get(node);
    if (known) {
      return known;
    }
    const folded = foldAt(ast, mapChildren(node, visit), budget);
    const result = rewrite(folded, part => ints.has(part));
    if (isInt(node)) {
      ints.add(result);
    }
    done.set(node, result);
    return result;
  };
  const ints = new Set<Node>();
  return visit(ast.root);
}

function foldAt(ast: Ast, node: Node, budget: Budget): Node {
  try {
    return fold(node, budget);
  } catch (error) {
    throw error instanceof Fault
      ? new ExpressionError(error.message, {
          source: ast.source,
          offset: node.at,
        })
      : error;
  }
}
