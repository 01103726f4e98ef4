import { act, renderHook } from '@testing-library/react';
import { cell, freightItem } from '../fixtures';
import { useRecentlyChanged } from './useRecentlyChanged';

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

const items = (state: 'eligible' | 'here') => [
  freightItem('1.4.3', { cells: [cell('staging', { state })] }),
  freightItem('1.4.2'),
];
const [{ name }] = items('here');

function begin() {
  const shown = renderHook(
    (props: { state: 'eligible' | 'here'; list: string }) =>
      useRecentlyChanged(items(props.state), props.list),
    { initialProps: { state: 'eligible', list: '' } },
  );
  return {
    now: () => shown.result.current,
    show: (state: 'eligible' | 'here', list = '') =>
      shown.rerender({ state, list }),
  };
}

it('marks what changed for ten seconds, and says it aloud', () => {
  const { now, show } = begin();
  expect(now()).toEqual({ marked: new Set(), said: '' });
  show('here');
  expect(now()).toEqual({
    marked: new Set([name]),
    said: '1.4.3: staging here.',
  });
  act(() => jest.advanceTimersByTime(9_999));
  expect(now().marked.size).toBe(1);
  act(() => jest.advanceTimersByTime(1));
  expect(now().marked.size).toBe(0);
});

it('takes another list for no change', () => {
  const { now, show } = begin();
  show('here', 'a search');
  expect(now()).toEqual({ marked: new Set(), said: '' });
});
