import { filledValues, schemaFields } from './schemaFields';

const schema = {
  type: 'object',
  required: ['ticket', 'level'],
  properties: {
    ticket: { type: 'string', title: 'Ticket', description: 'e.g. OPS-1' },
    replicas: { type: 'integer', default: 3 },
    level: { enum: ['low', 'high', 5] },
    sure: { type: 'boolean' },
    hosts: { type: 'array' },
  },
};

it('makes a field of each property', () => {
  expect(
    schemaFields(schema).map(({ name, kind, required, initial }) => [
      name,
      kind,
      required,
      initial,
    ]),
  ).toEqual([
    ['ticket', 'text', true, ''],
    ['replicas', 'number', false, '3'],
    ['level', 'choice', true, ''],
    ['sure', 'boolean', false, ''],
    ['hosts', 'json', false, ''],
  ]);
  expect(schemaFields(schema)[0]).toMatchObject({
    label: 'Ticket',
    help: 'e.g. OPS-1',
  });
  expect(schemaFields({})).toEqual([]);
});

it('sends values of their types, and leaves out what is empty', () => {
  expect(
    filledValues(schema, {
      ticket: 'OPS-12',
      level: '5',
      sure: 'true',
      hosts: '["a"]',
    }),
  ).toEqual({
    ticket: 'OPS-12',
    replicas: 3,
    level: 5,
    sure: true,
    hosts: ['a'],
  });
  expect(filledValues(schema, { replicas: '' })).toEqual({ sure: false });
});

it('lets the backend say what is wrong with a value', () => {
  expect(filledValues(schema, { replicas: 'many', hosts: '[' })).toEqual({
    replicas: 'many',
    hosts: '[',
    sure: false,
  });
});
