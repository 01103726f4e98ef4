import { StepAnswer, StepAsk } from '../../model/stepAsk';
import {
  approvalAnswers,
  matchesOf,
  responderFault,
  schemaFault,
  valuesFault,
  whyNotAnswer,
} from './index';

const said = (actor: string, change: Partial<StepAnswer> = {}): StepAnswer => ({
  actor,
  at: '2026-01-01T00:00:00.000Z',
  action: 'approve',
  matches: [],
  ...change,
});
const approval = (change: Partial<StepAsk> = {}): StepAsk => ({
  kind: 'approval',
  ...change,
});

it.each<[string, Partial<StepAsk>, StepAnswer[], string]>([
  ['nobody', {}, [], 'waiting'],
  ['one, where one is enough', {}, [said('a')], 'approved'],
  ['one of two', { minApprovals: 2 }, [said('a')], 'waiting'],
  ['one person twice', { minApprovals: 2 }, [said('a'), said('a')], 'waiting'],
  ['two people', { minApprovals: 2 }, [said('a'), said('b')], 'approved'],
  [
    'enough, but not whom it requires',
    { responders: [{ role: 'x', required: true }, { role: 'y' }] },
    [said('a', { matches: [1] })],
    'waiting',
  ],
  [
    'whom it requires, but not enough',
    { minApprovals: 2, responders: [{ role: 'x', required: true }] },
    [said('a', { matches: [0] })],
    'waiting',
  ],
  [
    'one whom two rules require',
    {
      responders: [
        { role: 'x', required: true },
        { role: 'y', required: true },
      ],
    },
    [said('a', { matches: [0, 1] })],
    'approved',
  ],
  [
    'a rejection after enough approvals',
    {},
    [said('a'), said('b', { action: 'reject' })],
    'rejected',
  ],
])('%s', (_, ask, answers, status) => {
  expect(approvalAnswers(approval(ask), answers).status).toBe(status);
});

const person = {
  ref: 'user:default/ada',
  ownership: ['user:default/ada', 'group:acme/leads'],
};

it.each([
  [{ claim: 'groups', value: 'acme/leads' }, true],
  [{ claim: 'groups', value: 'group:acme/Leads' }, true],
  [{ claim: 'groups', value: 'leads' }, false],
  [{ role: 'acme/leads' }, true],
  [{ claim: 'email', value: 'Ada@acme.example' }, true],
  [{ claim: 'email', value: 'bob@acme.example' }, false],
  [{ claim: 'email', value: '__proto__' }, false],
  [{ claim: 'sub', value: 'ada' }, true],
  [{ claim: 'preferred_username', value: 'user:default/ada' }, true],
  [{ claim: 'sub', value: 'bob' }, false],
])('%j names her: %s', (responder, named) => {
  const ask = approval({ responders: [responder] });
  const mails = { 'ada@acme.example': person.ref };
  expect(matchesOf(ask, person, mails)).toEqual(named ? [0] : []);
  const why = whyNotAnswer({ ask, answers: [], usersByEmail: mails }, person);
  expect(why === undefined).toBe(named);
});

it('asks nobody twice, and says whom it asks', () => {
  const facts = { usersByEmail: {}, answers: [said(person.ref)] };
  expect(whyNotAnswer({ ...facts, ask: approval() }, person)).toBe(
    'user:default/ada has answered already',
  );
  const ask = approval({ responders: [{ role: 'x' }] });
  expect(whyNotAnswer({ ...facts, ask, answers: [] }, person)).toBe(
    'user:default/ada is not among those whom this step asks: group:default/x',
  );
  expect(responderFault({ claim: 'dept', value: '7' })).toContain('dept');
});

const form = {
  type: 'object',
  additionalProperties: false,
  required: ['version'],
  properties: {
    version: { type: 'string', pattern: '^v[0-9]+$' },
    mail: { type: 'string', format: 'email' },
    size: { type: 'integer', minimum: 1 },
    deep: { type: 'object', properties: { on: { type: 'boolean' } } },
  },
};

it.each<[Record<string, unknown>, string | undefined]>([
  [{ version: 'v1' }, undefined],
  [{ version: 'v1', mail: 'a@b.example', size: 2 }, undefined],
  [{}, "the form must have required property 'version'"],
  [{ version: '1' }, 'version must match pattern "^v[0-9]+$"'],
  [{ version: 'v1', mail: 'a' }, 'mail must match format "email"'],
  [{ version: 'v1', size: 0 }, 'size must be >= 1'],
  [{ version: 'v1', deep: { on: 1 } }, 'deep.on must be boolean'],
  [
    { version: 'v1', other: 1 },
    'the form must NOT have additional properties (other)',
  ],
])('%j: %s', (values, fault) => {
  expect(valuesFault(form, values)).toBe(fault);
});

it.each<[Record<string, unknown>, string | undefined]>([
  [form, undefined],
  [
    { $schema: 'http://json-schema.org/draft-07/schema#', type: 'object' },
    undefined,
  ],
  [
    { $schema: 'http://json-schema.org/draft-06/schema', type: 'object' },
    undefined,
  ],
  [
    {
      $schema: 'http://json-schema.org/draft-04/schema#',
      type: 'object',
      properties: { n: { type: 'number', minimum: 1, exclusiveMinimum: true } },
    },
    undefined,
  ],
  [{ type: 'string' }, 'must describe an object'],
  [{ type: 'object', properties: { a: { type: 'text' } } }, 'no JSON Schema'],
  [
    { $schema: 'https://json-schema.org/draft/2020-12/schema', type: 'object' },
    'draft-04, draft-06 or draft-07',
  ],
  [
    {
      type: 'object',
      properties: { a: { type: 'string', pattern: '(?=a)b' } },
    },
    'no JSON Schema',
  ],
  [
    { type: 'object', properties: { a: { $ref: 'https://x.example/s' } } },
    'no JSON Schema',
  ],
])('%j is a form: %s', (schema, fault) => {
  const found = schemaFault(schema);
  if (fault === undefined) expect(found).toBeUndefined();
  else expect(found).toContain(fault);
});

it('decides by a draft-04 schema as draft-04 says', () => {
  const schema = {
    $schema: 'http://json-schema.org/draft-04/schema#',
    type: 'object',
    properties: { n: { type: 'number', minimum: 1, exclusiveMinimum: true } },
  };
  expect(valuesFault(schema, { n: 1 })).toBe('n must be > 1');
  expect(valuesFault(schema, { n: 2 })).toBeUndefined();
});

it('takes patterns that would stall other engines', () => {
  const schema = {
    type: 'object',
    properties: { a: { type: 'string', pattern: '^(a+)+$' } },
  };
  expect(valuesFault(schema, { a: `${'a'.repeat(5000)}!` })).toContain(
    'a must',
  );
});
