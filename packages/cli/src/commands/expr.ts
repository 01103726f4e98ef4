import { readFile } from 'node:fs/promises';
import {
  Environment,
  evaluate,
  evaluateTemplate,
  ExpressionError,
  formatInfinite,
  hasExpressions,
  joinFunctions,
  kargoFunctions,
  parseExpression,
  toJson,
  typeWord,
  Value,
  warehouseFunctions,
} from '@stevedore/promotion-engine/expressions';
import { parse } from 'yaml';
import { Io } from '../io';

export interface ExprOptions {
  /** JSON or YAML file with the names that the expression sees. */
  data?: string;
  /** ISO 8601; what `now()` answers. */
  now?: string;
  output: 'text' | 'json';
}

const functions = joinFunctions(kargoFunctions, warehouseFunctions);

/**
 * Evaluates an expression, or a template where it has `${{ }}` or `${% %}`, as a promotion would.
 * @returns the exit code: 1 when it cannot be evaluated
 */
export async function expr(
  text: string,
  options: ExprOptions,
  io: Io,
): Promise<number> {
  const environment = await readEnvironment(options.data);
  const settings = { functions, now: momentOf(options.now) };
  try {
    const value = hasExpressions(text)
      ? evaluateTemplate(text, environment, settings)
      : evaluate(parseExpression(text), environment, settings);
    io.out(options.output === 'json' ? asJson(value) : asText(value));
    return 0;
  } catch (error) {
    if (!(error instanceof ExpressionError)) throw error;
    report(error, options, io);
    return 1;
  }
}

function report(error: ExpressionError, options: ExprOptions, io: Io): void {
  if (options.output === 'text') {
    io.err(`error: ${error.message}\n`);
    return;
  }
  const { reason, position } = error;
  const { line, column } = position ?? {};
  io.out(`${JSON.stringify({ error: { message: reason, line, column } })}\n`);
}

async function readEnvironment(file?: string): Promise<Environment> {
  if (file === undefined) return {};
  const text = await readFile(file, 'utf8').catch(error => {
    throw new Error(`${file} cannot be read (${error.code ?? error.message})`);
  });
  const data = readData(text, file);
  if (data === null || typeof data !== 'object' || Array.isArray(data))
    throw new Error(`${file} must hold a map of names to values.`);
  return data as Environment;
}

function readData(text: string, file: string): unknown {
  try {
    // as the engine reads it: timestamps stay texts
    return parse(text, { schema: 'core' });
  } catch (error) {
    throw new Error(
      `${file} is neither JSON nor YAML: ${(error as Error).message}`,
    );
  }
}

function momentOf(now?: string): number {
  const moment = now === undefined ? Date.now() : Date.parse(now);
  if (Number.isNaN(moment))
    throw new Error(`${now} is no moment; write it like 2026-05-04T12:00:00Z.`);
  return moment;
}

/** JSON has no NaN and no infinities: they are texts there. */
function plain(value: Value): unknown {
  return typeof value === 'number' && !Number.isFinite(value)
    ? formatInfinite(value)
    : toJson(value);
}

const asJson = (value: Value): string =>
  `${JSON.stringify({ value: plain(value), type: typeWord(value) })}\n`;

/** Texts as they are, everything else as JSON. */
function asText(value: Value): string {
  const result = plain(value);
  const text =
    typeof result === 'string' ? result : JSON.stringify(result, null, 2);
  return `${text}\n`;
}
