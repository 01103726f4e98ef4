import { normalizeChart, normalizeGit, normalizeImage } from '../../model/urls';
import { ExpressionError } from '../errors';
import { evaluate, EvaluateOptions } from '../evaluate';
import { FunctionSet, functionSet, typed } from '../functions/definition';
import { formatValue } from '../values/format';
import { Budget } from '../limits';
import { parseExpression } from '../parseExpression';
import { parseBool } from '../template/coerce';
import { STRING } from '../types/staticType';
import type { Value } from '../values/value';
import {
  artifactOf,
  artifactStruct,
  chartStruct,
  commitOf,
  commitStruct,
  DiscoveredArtifacts,
  imageOf,
  imageStruct,
} from './discovered';

/**
 * Whether freight may be made of what was discovered. Nothing is asked (not even whether the expression can
 * be read) when neither a commit nor an image nor a chart was discovered.
 * Source of the rules: Kargo's `freightCreationCriteriaSatisfied`. Throws `ExpressionError`.
 */
export function evaluateCreationCriteria(
  expression: string,
  artifacts: DiscoveredArtifacts | null,
  options: EvaluateOptions = {},
): boolean {
  const found = [artifacts?.git, artifacts?.images, artifacts?.charts].some(
    list => list && list.length > 0,
  );
  if (expression.trim() === '' || !artifacts || !found) {
    return true;
  }
  const functions = discoveryFunctions(artifacts);
  // no environment: an unknown name is an error here, where other expressions say nil
  return conditionResult(
    evaluate(parseExpression(expression), undefined, { ...options, functions }),
  );
}

/** A bare condition's result as Kargo reads it: what it prints must be a bool. Throws `ExpressionError`. */
export function conditionResult(value: Value): boolean {
  const text = formatValue(value, new Budget());
  const result = parseBool(text);
  if (result === undefined) {
    throw new ExpressionError(`the result ${JSON.stringify(text)} is no bool`);
  }
  return result;
}

/** Each returns the newest artifact, nil where nothing was discovered or nobody subscribed. */
function discoveryFunctions(artifacts: DiscoveredArtifacts): FunctionSet {
  return functionSet({
    imageFrom: typed({
      signatures: [{ parameters: [STRING] }],
      result: imageStruct.type,
      call: ([url]) => {
        const wanted = normalizeImage(url as string);
        const images = artifacts.images?.find(
          image => normalizeImage(image.repoURL) === wanted,
        );
        return newest(images?.references, imageOf);
      },
    }),
    commitFrom: typed({
      signatures: [{ parameters: [STRING] }],
      result: commitStruct.type,
      call: ([url]) => {
        const wanted = normalizeGit(url as string);
        const repository = artifacts.git?.find(
          git => normalizeGit(git.repoURL) === wanted,
        );
        return newest(repository?.commits, commitOf);
      },
    }),
    chartFrom: typed({
      signatures: [{ parameters: [STRING, STRING], optional: 1 }],
      result: chartStruct.type,
      call: ([url, name = '']) =>
        chartFrom(artifacts, url as string, name as string),
    }),
    artifactFrom: typed({
      signatures: [{ parameters: [STRING] }],
      result: artifactStruct.type,
      call: ([name]) =>
        newest(
          artifacts.results?.find(result => result.name === name)
            ?.artifactReferences,
          artifactOf,
        ),
    }),
  });
}

function newest<T>(
  list: readonly T[] | undefined,
  convert: (item: T) => Value,
): Value {
  return list && list.length > 0 ? convert(list[0]) : null;
}

/** Without a name the first chart of the repository. */
function chartFrom(
  artifacts: DiscoveredArtifacts,
  url: string,
  name: string,
): Value {
  const wanted = normalizeChart(url);
  const chart = artifacts.charts?.find(
    candidate =>
      normalizeChart(candidate.repoURL) === wanted &&
      (name === '' || candidate.name === name),
  );
  const [version] = chart?.versions ?? [];
  return chart && version !== undefined
    ? chartStruct.of({
        RepoURL: chart.repoURL,
        Name: chart.name ?? '',
        Version: version,
      })
    : null;
}
