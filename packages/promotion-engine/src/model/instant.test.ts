import fc from 'fast-check';
import { formatInstant, parseInstant } from './instant';

describe('parseInstant', () => {
  it.each([
    ['2024-05-06T07:08:09Z', '2024-05-06T07:08:09Z'],
    ['2024-05-06T07:08:09.120000001Z', '2024-05-06T07:08:09.120000001Z'],
    ['2024-05-06T09:08:09+02:00', '2024-05-06T07:08:09Z'],
    ['1969-12-31T23:59:59.5Z', '1969-12-31T23:59:59.5Z'],
  ])('reads %s', (text, expected) => {
    expect(formatInstant(parseInstant(text)!)).toBe(expected);
  });

  it.each([
    '',
    '2024-05-06',
    '2024-05-06 07:08:09Z',
    '2024-02-30T00:00:00Z',
    '2024-05-06T24:00:00Z',
    'now',
  ])('refuses %p', text => expect(parseInstant(text)).toBeUndefined());

  it('reads what a Date writes', () => {
    fc.assert(
      fc.property(
        fc.date({
          min: new Date(0),
          max: new Date('9999-12-31'),
          noInvalidDate: true,
        }),
        date => {
          expect(parseInstant(date.toISOString())).toBe(
            BigInt(date.getTime()) * 1_000_000n,
          );
        },
      ),
    );
  });
});
