import { BEAT_MS } from '@stevedore/plugin-stevedore-common';
import { startBeating } from './startBeating';

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

it('beats to everybody, also after one that was not sent, until it is ended', () => {
  const publish = jest
    .fn()
    .mockResolvedValue(undefined)
    .mockRejectedValueOnce(new Error('not connected'));
  const end = startBeating({ publish });
  expect(publish).not.toHaveBeenCalled();
  jest.advanceTimersByTime(2 * BEAT_MS);
  expect(publish.mock.calls).toEqual(
    Array(2).fill([
      {
        recipients: { type: 'broadcast' },
        channel: 'stevedore',
        message: { beat: true },
      },
    ]),
  );
  end();
  jest.advanceTimersByTime(2 * BEAT_MS);
  expect(publish).toHaveBeenCalledTimes(2);
});
