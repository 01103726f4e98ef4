import { ApprovalNeed, ApprovalRule } from '../../model/definition';
import { ENTRY_END, Located, Scanner, Token } from './scanner';
import { stagesBefore } from './tokens';

const CURE =
  'Write COUNT of WHO, such as 2 of group:default/release-managers or 1 of owner.';
const COUNT: Token = {
  pattern: /[1-9]\d{0,2}\b/,
  word: 'a count from 1 on',
  cure: CURE,
};
const OF: Token = { pattern: /of\b/, word: '"of"', cure: CURE };
const WHO: Token = {
  pattern: /owner(?![\w:/.-])|(group|user):([\w.-]+\/)?[\w.-]+/,
  word: 'owner, group:… or user:…',
  cure: CURE,
};
const CONDITION: Token = {
  pattern: /not\s+requester\b|with\s+reason\b/,
  word: '"not requester" or "with reason"',
  cure: 'After a comma a rule says not requester or with reason.',
};

export interface StageApprovals {
  stages: Located<string>[];
  rule: ApprovalRule;
}

/** `approvals = entries of: stages-before, approval-rule` */
export function parseApprovals(text: string): StageApprovals[] {
  const scanner = new Scanner(text);
  return scanner.entries(ENTRY_END, () => ({
    stages: stagesBefore(scanner),
    rule: approvalRule(scanner),
  }));
}

/** The rule alone, as it stands on a Stage. Throws AnnotationSyntaxError. */
export function parseApprovalRule(text: string): ApprovalRule {
  const scanner = new Scanner(text);
  const rules = scanner.entries(ENTRY_END, () => approvalRule(scanner));
  if (rules.length !== 1) {
    throw scanner.fault('A stage has exactly one approval rule.', CURE, 0);
  }
  return rules[0];
}

/** The text that `parseApprovalRule` reads to the same rule. */
export function formatApprovalRule(rule: ApprovalRule): string {
  const needs = rule.needs
    .map(({ count, from }) => `${count} of ${from}`)
    .join(' + ');
  return `${needs}${rule.excludeRequester ? ', not requester' : ''}${
    rule.reasonRequired ? ', with reason' : ''
  }`;
}

function approvalRule(scanner: Scanner): ApprovalRule {
  const needs = [need(scanner)];
  while (scanner.accept(/\+/)) {
    needs.push(need(scanner));
  }
  const rule: ApprovalRule = {
    needs,
    excludeRequester: false,
    reasonRequired: false,
    source: 'author',
  };
  while (scanner.accept(/,/)) {
    const condition = scanner.expect(CONDITION).value;
    rule.excludeRequester ||= condition.startsWith('not');
    rule.reasonRequired ||= condition.startsWith('with');
  }
  return rule;
}

function need(scanner: Scanner): ApprovalNeed {
  const count = scanner.expect(COUNT);
  scanner.expect(OF);
  const from = normalizeRef(scanner.expect(WHO).value);
  if (from.startsWith('user:') && Number(count.value) > 1) {
    throw scanner.fault(
      `One person cannot approve ${count.value} times.`,
      'Write 1 of this user, or name a group.',
      count.offset,
    );
  }
  return { count: Number(count.value), from };
}

/** Entity refs in full and in lower case, as the catalog compares them. */
function normalizeRef(text: string): string {
  if (text === 'owner') {
    return text;
  }
  const [kind, rest] = text.toLowerCase().split(':');
  return rest.includes('/') ? `${kind}:${rest}` : `${kind}:default/${rest}`;
}
