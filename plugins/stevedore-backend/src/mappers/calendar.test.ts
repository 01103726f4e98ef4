import { CalendarWindow, LockRow } from '@stevedore/promotion-engine';
import { toLock, toWindow } from './calendar';

const NOW = Date.parse('2026-03-01T12:00:00Z');
const shown = { now: NOW, from: NOW, to: NOW + 864e5, scope: 'everything' };
const freeze = {
  window: {
    name: 'Year end',
    kind: 'Deny',
    dtstart: '20260301T000000Z',
    dtend: '20260302T000000Z',
  },
  selector: {},
  source: 'person',
} as unknown as CalendarWindow;
const lock = {
  id: 'l',
  project: '*',
  scope: {},
  blocks: 'all',
  actor: 'user:default/alex',
  at: '2026-03-01T00:00:00Z',
  reason: 'stocktaking',
} as unknown as LockRow;

it.each<[string, { stages?: string[]; everyStage?: boolean }, string, string]>([
  ['what it is about', {}, 'everything is', 'everything is'],
  ['one stage', { stages: ['dev'] }, 'dev is', 'dev is'],
  [
    'several',
    { stages: ['dev', 'qa', 'prod'] },
    'dev, qa and prod are',
    'dev, qa and prod are',
  ],
  [
    'all there are',
    { stages: ['dev', 'prod'], everyStage: true },
    'every stage is',
    'every stage is',
  ],
])('says of %s that it is closed or locked', (_, more, closed, locked) => {
  const where = { ...shown, ...more };
  expect(toWindow(freeze, where).sentence).toBe(
    `${closed} closed until 2026-03-02 00:00 UTC`,
  );
  expect(toLock(lock, where).sentence).toBe(
    `${locked} locked by user:default/alex: stocktaking`,
  );
});
