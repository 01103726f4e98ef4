import { Stage } from '../model/definition';
import { InputError, inputVariables } from './promotionInputs';

const stage: Stage = {
  name: 'prod',
  labels: {},
  vars: [],
  requestedFreight: [],
  approvals: [],
  inputs: [{ name: 'ticket' }, { name: 'level', choices: ['low', 'high'] }],
};

describe('inputVariables', () => {
  it('makes variables of what a person gave, and of the first choice of what nobody gave', () => {
    expect(inputVariables(stage, { ticket: 'A-1' }, false)).toEqual([
      { name: 'ticket', value: 'A-1' },
      { name: 'level', value: 'low' },
    ]);
    expect(inputVariables(stage, {}, true)).toEqual([
      { name: 'ticket', value: '' },
      { name: 'level', value: 'low' },
    ]);
    expect(inputVariables({ ...stage, inputs: undefined }, {}, false)).toEqual(
      [],
    );
  });

  it.each<[string, Record<string, string>, RegExp]>([
    ['an input that is missing', { level: 'low' }, /needs the input ticket/],
    ['another input', { tickets: 'A-1' }, /asks for ticket, level/],
    ['no choice', { ticket: 'A-1', level: 'middle' }, /one of low, high/],
    [
      'an expression',
      { ticket: "${{ secret('a').b }}" },
      /a text, not an expression/,
    ],
  ])('refuses %s', (_, given, words) => {
    expect(() => inputVariables(stage, given, false)).toThrow(words);
    expect(() => inputVariables(stage, given, false)).toThrow(InputError);
  });
});
