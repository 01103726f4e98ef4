import fc from 'fast-check';
import { moveFocus } from './moveFocus';

const SIZE = { rows: 30, columns: 4 };
const AT = { row: 5, column: 1 };

it.each([
  ['ArrowUp', false, { row: 4, column: 1 }],
  ['ArrowDown', false, { row: 6, column: 1 }],
  ['ArrowLeft', false, { row: 5, column: 0 }],
  ['ArrowRight', false, { row: 5, column: 2 }],
  ['PageUp', false, { row: 0, column: 1 }],
  ['PageDown', false, { row: 15, column: 1 }],
  ['Home', false, { row: 5, column: 0 }],
  ['End', false, { row: 5, column: 3 }],
  ['Home', true, { row: 0, column: 0 }],
  ['End', true, { row: 29, column: 3 }],
])('%s (Ctrl %s) leads to %o', (key, ctrlKey, to) => {
  expect(moveFocus({ key, ctrlKey }, AT, SIZE)).toEqual(to);
});

it.each(['Enter', 'Tab', 'a', 'Escape'])('leaves %s alone', key => {
  expect(moveFocus({ key, ctrlKey: false }, AT, SIZE)).toBeUndefined();
});

it('never leaves the grid', () => {
  const keys = ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight'];
  const more = ['PageUp', 'PageDown', 'Home', 'End'];
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom(...keys, ...more)),
      fc.record({
        rows: fc.integer({ min: 1, max: 9 }),
        columns: fc.integer({ min: 1, max: 9 }),
      }),
      (pressed, size) => {
        let at = { row: 0, column: 0 };
        for (const key of pressed)
          at = moveFocus({ key, ctrlKey: false }, at, size)!;
        expect(at.row).toBeGreaterThanOrEqual(0);
        expect(at.row).toBeLessThan(size.rows);
        expect(at.column).toBeGreaterThanOrEqual(0);
        expect(at.column).toBeLessThan(size.columns);
      },
    ),
  );
});
