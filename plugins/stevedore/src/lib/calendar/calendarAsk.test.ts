import { lockAsk, windowAsk } from './calendarAsk';

const local = '2026-03-02T16:00';
const instant = new Date(local).toISOString();

it('locks one stage until a moment, or everything until it is released', () => {
  const draft = { stage: '', blocks: 'all' as const, until: '', link: ' ' };
  expect(lockAsk('web', { ...draft, reason: ' incident 812 ' })).toEqual({
    project: 'web',
    blocks: 'all',
    reason: 'incident 812',
  });
  expect(
    lockAsk('web', { ...draft, stage: 'prod', until: local, reason: 'x' }),
  ).toMatchObject({ stages: 'prod', until: instant });
});

it('locks systems and domains beyond a component, or everything', () => {
  const draft = {
    stage: ' prod ',
    blocks: 'all' as const,
    until: '',
    link: '',
    reason: 'x',
  };
  const entities = 'system:default/pay, domain:default/shop';
  expect(lockAsk(undefined, { ...draft, entities })).toEqual({
    blocks: 'all',
    stages: 'prod',
    entities: ['system:default/pay', 'domain:default/shop'],
    reason: 'x',
  });
  expect(
    lockAsk(undefined, { ...draft, entities: ' ' }).entities,
  ).toBeUndefined();
});

it('sends moments of the reader as moments of the world, with the zone that recurring ones follow', () => {
  const ask = windowAsk(
    'web',
    {
      name: 'Nights',
      kind: 'Deny',
      stage: '',
      start: local,
      end: '',
      rrule: ' FREQ=DAILY ',
      rollbacks: false,
      reason: 'sleep',
    },
    'Europe/Berlin',
  );
  expect(ask).toEqual({
    project: 'web',
    name: 'Nights',
    kind: 'Deny',
    start: instant,
    // the backend says what is missing
    end: '',
    rrule: 'FREQ=DAILY',
    zone: 'Europe/Berlin',
    reason: 'sleep',
  });
});
