import {
  builtinFunctions,
  checkExpression,
  ExpressionError,
  factFunctions,
  freightFunctions,
  joinFunctions,
  kargoFunctions,
  parseTemplate,
  statusFunctions,
  TemplateExpression,
} from '../../expressions';
import { Finding } from '../document';
import { suggestion } from '../nearest';
import { Path } from '../path';
import { hasExpression, templateFault } from '../templates';
import { calledNames } from './expression-tree';

/** A text of a manifest that may hold expressions, with its place. */
export interface Text {
  text: string;
  path: Path;
}

/** Every function that a template of a stage or a task can call. */
const FUNCTIONS = joinFunctions(
  builtinFunctions,
  kargoFunctions,
  freightFunctions({ id: '', items: {} }),
  factFunctions(new Map()),
  statusFunctions([]),
);

/** Expressions parse, call functions that exist, and do nothing that cannot work whatever the values are. */
export function expressionFindings(texts: Text[]): Finding[] {
  return texts.flatMap(({ text, path }): Finding[] => {
    if (!hasExpression(text)) return [];
    const fault = templateFault(text);
    if (fault) {
      return [
        {
          path,
          offset: fault.offset,
          message: `The expression does not parse: ${withoutDot(
            fault.message,
          )}.`,
          cure: 'Correct the expression between ${{ and }}.',
        },
      ];
    }
    return parseTemplate(text)
      .flatMap(part => partFindings(part))
      .map(finding => ({ ...finding, path }));
  });
}

function partFindings(part: TemplateExpression): Finding[] {
  const { ast, offset } = part;
  if (!ast) return [];
  const unknown = calledNames(ast.root).filter(
    ({ name }) => !FUNCTIONS.has(name),
  );
  if (unknown.length > 0) {
    return unknown.map(({ name, at }) => ({
      path: [],
      offset: offset + at,
      message: `There is no function ${name}.`,
      cure: suggestion(name, [...FUNCTIONS.keys()]),
    }));
  }
  try {
    checkExpression(ast, FUNCTIONS);
    return [];
  } catch (error) {
    if (!(error instanceof ExpressionError)) throw error;
    return [
      {
        path: [],
        offset: offset + (error.position?.offset ?? 0),
        message: `The expression cannot work: ${withoutDot(error.reason)}.`,
        cure: 'Correct the expression between ${{ and }}.',
      },
    ];
  }
}

function withoutDot(text: string): string {
  return text.replace(/\.$/, '');
}

export function variableTexts(vars: { value: string }[], path: Path): Text[] {
  return vars.map(({ value }, index) => ({
    text: value,
    path: [...path, index, 'value'],
  }));
}

/** Every text among the values of a configuration. */
export function textsIn(value: unknown, path: Path): Text[] {
  if (typeof value === 'string') {
    return [{ text: value, path }];
  }
  if (Array.isArray(value)) {
    return value.flatMap((item, index) => textsIn(item, [...path, index]));
  }
  return value && typeof value === 'object'
    ? Object.entries(value).flatMap(([key, item]) =>
        textsIn(item, [...path, key]),
      )
    : [];
}
