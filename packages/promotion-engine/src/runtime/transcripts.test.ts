import { createValueMasker, systemClock } from '../adapters/system';
import { PrintedLine } from '../ports/transcript';
import { MemoryStore } from '../testing';
import { transcriptsOf } from './transcripts';

const at = (microseconds: number) =>
  `2026-03-02T12:00:00.${`${microseconds}`.padStart(6, '0')}000Z`;
const lines = (...texts: string[]): PrintedLine[] =>
  texts.map((text, index) => ({ at: at(index), text }));

function world() {
  const store = new MemoryStore(systemClock);
  const masker = createValueMasker();
  const place = { project: 'web', promotion: 'p', step: 'tests' };
  const events = { publish: jest.fn() };
  const open = (more = {}) =>
    transcriptsOf({ store, masker, events }, { ...place, ...more });
  const texts = async () =>
    (await store.logs('web', 'p', { limit: 100 })).items.map(
      ({ text }) => text,
    );
  return { store, masker, events, open, texts };
}

it('takes each line of a source once, whoever has taken it before', async () => {
  const { open, texts, events } = world();
  const one = await open()('pod/main');
  expect(one.until).toBeUndefined();
  await one.add(lines('a', 'b'));
  const again = await open()('pod/main');
  expect(again.until).toBe(at(1));
  await again.add(lines('a', 'b', 'c'));
  await (await open()('pod/sidecar')).add(lines('a'));
  expect(await texts()).toEqual(['a', 'b', 'c', 'a']);
  await (await open()('pod/sidecar')).add(lines('a'));
  expect(events.publish.mock.calls).toEqual(
    Array(3).fill([{ project: 'web', subjects: ['promotion:p'] }]),
  );
});

it('sees what another process added since', async () => {
  const { store, open, texts } = world();
  await (await open()('pod/main')).add(lines('a'));
  await store.appendLog('web', 'p', {
    ...{ at: at(1), step: 'tests', text: 'b', source: 'pod/main' },
  });
  await (await open()('pod/main')).add(lines('a', 'b', 'c'));
  expect(await texts()).toEqual(['a', 'b', 'c']);
});

it('hides secrets, also one of several lines, and says who speaks', async () => {
  const { masker, open, texts } = world();
  masker.add('first-half\nother-half');
  const transcript = await open({ speaker: 'load' })('pod/main');
  await transcript.add(lines('x', 'first-half', 'other-half', 'y'));
  const said = await texts();
  expect(said[0]).toBe('load: x');
  expect(said.at(-1)).toBe('load: y');
  expect(said.join()).not.toMatch(/half/);
});

it('keeps a mebibyte of a source, says so, and takes no more', async () => {
  const { open, texts } = world();
  const long = 'x'.repeat(16_000);
  const many = Array.from({ length: 80 }, () => long);
  await (await open()('pod/main')).add(lines(...many));
  const kept = await texts();
  expect(kept).toHaveLength(66);
  expect(kept.at(-1)).toBe('It printed more than the 1 MiB that is kept.');
  const full = await open()('pod/main');
  expect(full.full).toBe(true);
  await full.add([{ at: at(999_999), text: 'more' }]);
  expect(await texts()).toHaveLength(66);
});

it('cuts a line that nobody reads', async () => {
  const { open, texts } = world();
  await (await open()('pod/main')).add(lines('x'.repeat(20_000)));
  expect((await texts())[0]).toMatch(/^x{16384} …$/);
});
