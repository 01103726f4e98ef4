import { LedgerEntry } from '@stevedore/promotion-engine';
import { toHistoryEntry } from './history';
import { inputsOf } from './inputs';

const vars = [
  { name: 'ticket', value: 'OPS-12' },
  { name: 'level', value: 'low' },
  { name: 'ofTheStage', value: 'x' },
];

it('tells what a person gave, and not the variables of the definition', () => {
  expect(inputsOf({ vars, inputs: 2 })).toEqual(vars.slice(0, 2));
  expect(inputsOf({ vars })).toBeUndefined();
  expect(inputsOf({ vars, inputs: 0 })).toBeUndefined();
});

it('keeps it in the history, at the request', () => {
  const entry = {
    seq: 1,
    at: '2026-03-02T12:00:00Z',
    actor: 'user:default/ada',
    subject: 'promotion:prod.x',
    verb: 'promotion.requested',
    data: { request: { stage: 'prod', vars, inputs: 1 } },
  } as unknown as LedgerEntry;
  expect(toHistoryEntry(entry).inputs).toEqual([vars[0]]);
  expect(
    toHistoryEntry({ ...entry, verb: 'promotion.queued' } as LedgerEntry)
      .inputs,
  ).toBeUndefined();
});
