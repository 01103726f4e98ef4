import { transformOutput } from './transformOutput';

const output = { hello: 'you', counts: [1, 2, 3], nested: { ok: true } };

it.each<[string, unknown]>([
  ['output.hello', 'you'],
  ['output.hello + "!"', 'you!'],
  ['sum(output.counts)', 6],
  ['output.counts | filter(# > 1)', [2, 3]],
  ['output.nested', { ok: true }],
  ['output.missing', null],
])('%s gives %j', (expression, value) => {
  expect(transformOutput(output, { message: expression })).toEqual({
    message: value,
  });
});

it.each(['output.', 'nobody()', 'output.hello - 1'])(
  'names the key whose expression fails: %s',
  expression => {
    expect(() => transformOutput(output, { message: expression })).toThrow(
      'output.transform.message cannot be evaluated: ',
    );
  },
);
