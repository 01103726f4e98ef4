import { ApprovalNeed, ApprovalRule, BreakGlass } from '../../model/definition';
import { duration } from './durations';
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
  pattern:
    /(system-)?owner(?![\w:/.-])|(group|user):([\w.-]+\/)?[\w.-]+|relation:[A-Za-z][\w-]*/,
  word: 'owner, system-owner, relation:…, group:… or user:…',
  cure: CURE,
};
const CONDITION: Token = {
  pattern:
    /not\s+requester\b|not\s+authors?\b|with\s+reason\b|expires\b|rejection\s+quarantines\b|break-glass\b/,
  word: 'a condition, such as "not requester"',
  cure: 'After a comma a rule says not requester, not authors, with reason, expires 24h, rejection quarantines, or break-glass WHO with WHO review WHO.',
};
const REVIEW: Token = {
  pattern: /review\b/,
  word: '"review"',
  cure: 'Say who looks at it afterwards: break-glass group:default/on-call review owner.',
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

export interface StageRollbackApprovals {
  stages: Located<string>[];
  /** None: a rollback needs nobody. */
  rules: ApprovalRule[];
}

/** `rollback-approvals = entries of: stages-before, ( approval-rule | "none" )` */
export function parseRollbackApprovalsOfStages(
  text: string,
): StageRollbackApprovals[] {
  const scanner = new Scanner(text);
  return scanner.entries(ENTRY_END, () => ({
    stages: stagesBefore(scanner),
    rules: scanner.accept(/none\b/) ? [] : [approvalRule(scanner)],
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

/** What a rollback needs: a rule, or `none`. Throws AnnotationSyntaxError. */
export function parseRollbackApprovals(text: string): ApprovalRule[] {
  return text.trim() === 'none' ? [] : [parseApprovalRule(text)];
}

/** The text that `parseRollbackApprovals` reads to the same. */
export function formatRollbackApprovals(rules: ApprovalRule[]): string {
  return rules.length === 0 ? 'none' : rules.map(formatApprovalRule).join('; ');
}

/** The text that `parseApprovalRule` reads to the same rule. */
export function formatApprovalRule(rule: ApprovalRule): string {
  const { expiresMs, breakGlass: glass } = rule;
  const conditions = [
    rule.excludeRequester && 'not requester',
    rule.excludeAuthors && 'not authors',
    rule.reasonRequired && 'with reason',
    expiresMs !== undefined && `expires ${expiresMs / 1000}s`,
    rule.rejection && `rejection ${rule.rejection}`,
    glass && formatGlass(glass),
  ].filter(Boolean);
  const needs = rule.needs.map(({ count, from }) => `${count} of ${from}`);
  return [needs.join(' + '), ...conditions].join(', ');
}

function formatGlass({ by, second, review }: BreakGlass): string {
  const agreed = second ? ` with ${second.from}` : '';
  return `break-glass ${by.from}${agreed} review ${review.from}`;
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
    Object.assign(rule, condition(scanner));
  }
  return rule;
}

function condition(scanner: Scanner): Partial<ApprovalRule> {
  const words = scanner.expect(CONDITION).value;
  const [first, second] = words.split(/\s+/);
  if (first === 'expires') return { expiresMs: duration(scanner).milliseconds };
  if (first === 'break-glass') return { breakGlass: breakGlass(scanner) };
  if (first === 'rejection') return { rejection: 'quarantines' };
  if (first === 'with') return { reasonRequired: true };
  return second === 'requester'
    ? { excludeRequester: true }
    : { excludeAuthors: true };
}

function breakGlass(scanner: Scanner): BreakGlass {
  const by = { from: who(scanner) };
  const second = scanner.accept(/with\b/)
    ? { second: { from: who(scanner) } }
    : {};
  scanner.expect(REVIEW);
  return { by, ...second, review: { from: who(scanner) } };
}

function who(scanner: Scanner): string {
  return normalizeRef(scanner.expect(WHO).value);
}

function need(scanner: Scanner): ApprovalNeed {
  const count = scanner.expect(COUNT);
  scanner.expect(OF);
  const from = who(scanner);
  if (from.startsWith('user:') && Number(count.value) > 1) {
    throw scanner.fault(
      `One person cannot approve ${count.value} times.`,
      'Write 1 of this user, or name a group.',
      count.offset,
    );
  }
  return { count: Number(count.value), from };
}

/** Entity refs in full and in lower case, as the catalog compares them; words as they are. */
function normalizeRef(text: string): string {
  if (!/^(group|user):/.test(text)) {
    return text;
  }
  const [kind, rest] = text.toLowerCase().split(':');
  return rest.includes('/') ? `${kind}:${rest}` : `${kind}:default/${rest}`;
}
