import {
  evaluateTemplate,
  Node,
  parseTemplate,
  TemplateExpression,
} from '../../expressions';
import { ExpressionVariable, Subscription } from '../../model/definition';
import { normalizeGit } from '../../model/urls';
import { Finding } from '../document';
import { hasExpression, templateFault } from '../templates';
import { membersOf } from './expression-tree';
import { Text } from './expressions';

export interface Sources {
  subscriptions: Subscription[];
  /** Variables in sight; the last of one name counts. */
  vars: readonly ExpressionVariable[];
}

/**
 * Texts that become something else: the version `1.10` is 1.1, and `T` is true (kargo.md 7). A version of three parts
 * never does.
 */
export function coercionWarnings(texts: Text[], sources: Sources): Finding[] {
  return readable(texts).flatMap(({ text, path, parts }): Finding[] => {
    const [part] = parts;
    const alone =
      parts.length === 1 &&
      part.offset === 3 &&
      text.trimEnd().length === part.offset + part.text.length + 2;
    const message = alone && part.ast && surprise(part.ast.root, sources);
    return message
      ? [
          {
            path,
            offset: part.offset,
            severity: 'warning',
            message,
            cure: `Write \${{ quote(${part.text.trim()}) }}.`,
          },
        ]
      : [];
  });
}

function surprise(
  root: Node,
  { subscriptions, vars }: Sources,
): string | undefined {
  if (isLooseTag(root, subscriptions))
    return 'A tag that looks like a number becomes one here: 1.10 gives 1.1.';
  const known = textOf(root, vars);
  const value = known === undefined ? known : coerced(known);
  return known === value || String(value) === known
    ? undefined
    : `The text ${known} becomes ${JSON.stringify(value)} here.`;
}

/** What an expression certainly gives: a text in quotes, or a variable that is one. */
function textOf(
  node: Node,
  vars: readonly ExpressionVariable[],
): string | undefined {
  if (node.kind === 'literal')
    return typeof node.value === 'string' ? node.value : undefined;
  const [member] = membersOf(node, 'vars');
  if (node.kind !== 'member' || !member || node.object.kind !== 'identifier')
    return undefined;
  const text = vars.filter(({ name }) => name === member.name).at(-1)?.value;
  return text === undefined || hasExpression(text) ? undefined : text;
}

/** The same text as an expression gives it. */
function coerced(text: string): unknown {
  return evaluateTemplate('${{ text }}', { text }, {});
}

/** `imageFrom("…").Tag` of a subscription that takes other tags than those of three parts. */
function isLooseTag(root: Node, subscriptions: Subscription[]): boolean {
  const node = root.kind === 'chain' ? root.node : root;
  if (
    node.kind !== 'member' ||
    node.property.kind !== 'literal' ||
    node.property.value !== 'Tag' ||
    node.object.kind !== 'call' ||
    node.object.callee.kind !== 'identifier'
  ) {
    return false;
  }
  const [repository] = node.object.arguments;
  const url = repository?.kind === 'literal' ? repository.value : undefined;
  if (typeof url !== 'string') return false;
  return subscriptions.some(subscription => takesLooseTags(subscription, url));
}

function takesLooseTags(subscription: Subscription, url: string): boolean {
  if ('image' in subscription) {
    const { repoURL, imageSelectionStrategy, strictSemvers } =
      subscription.image;
    const strict = imageSelectionStrategy === 'SemVer' && strictSemvers;
    return repoURL === url && !strict;
  }
  if ('git' in subscription) {
    const { repoURL, commitSelectionStrategy, strictSemvers } =
      subscription.git;
    const strict = commitSelectionStrategy === 'SemVer' && strictSemvers;
    const tagged = commitSelectionStrategy !== 'NewestFromBranch';
    return normalizeGit(repoURL) === normalizeGit(url) && tagged && !strict;
  }
  return false;
}

export interface Known {
  vars: string[];
  /** Aliases of the steps before; of a task, also the beginning of those of its steps. */
  outputs: string[];
}

/** Names that nothing gives: they are nil. */
export function unknownNameWarnings(texts: Text[], known: Known): Finding[] {
  return readable(texts).flatMap(({ path, parts }) =>
    parts.flatMap(({ ast, offset }): Finding[] => {
      if (!ast) return [];
      const missing = (
        variable: 'vars' | 'outputs',
        isKnown: (name: string) => boolean,
      ) =>
        membersOf(ast.root, variable)
          .filter(({ name }) => !isKnown(name))
          .map(({ name, at }) => ({ variable, name, at }));
      return [
        ...missing('vars', name => known.vars.includes(name)),
        ...missing('outputs', name =>
          known.outputs.includes(name.split('::')[0]),
        ),
      ].map(({ variable, name, at }) => ({
        path,
        offset: offset + at,
        severity: 'warning',
        message:
          variable === 'vars'
            ? `Nothing gives the variable ${name} here; it is nil.`
            : `No step before this one has the alias ${name}; its output is nil.`,
        cure:
          variable === 'vars'
            ? 'Declare it in vars of the Stage, of the template or of the step.'
            : 'Name the alias of an earlier step, as it stands in its as.',
      }));
    }),
  );
}

/** Only a Stage with targets has a `target`; of nil, nothing can be taken (kargo.md 1.12). */
export function targetWarnings(texts: Text[]): Finding[] {
  return readable(texts).flatMap(({ path, parts }) =>
    parts.flatMap(({ ast, offset }): Finding[] =>
      (ast ? membersOf(ast.root, 'target') : []).slice(0, 1).map(({ at }) => ({
        path,
        offset: offset + at,
        severity: 'warning',
        message: 'This Stage has no targets, so there is no target here.',
        cure: 'Add spec.targets with selectors to the Stage, or take the value from vars.',
      })),
    ),
  );
}

function readable(texts: Text[]): (Text & { parts: TemplateExpression[] })[] {
  return texts.flatMap(text =>
    hasExpression(text.text) && !templateFault(text.text)
      ? [{ ...text, parts: parseTemplate(text.text) }]
      : [],
  );
}
