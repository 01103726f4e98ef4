import { signalApiRef } from '@backstage/plugin-signals-react';
import { TestApiProvider } from '@backstage/frontend-test-utils';
import {
  BEAT_MS,
  StevedoreBeat,
  StevedoreSignal,
} from '@stevedore/plugin-stevedore-common';
import { act, renderHook, waitFor } from '@testing-library/react';
import { ReactNode } from 'react';
import { stevedoreApiRef } from '../api/stevedoreApi';
import { fakeApi, promotion } from '../fixtures';
import { ReadProvider } from './ReadProvider';
import { readKeys } from './readKeys';
import { useLive } from './useLive';
import { useRead } from './useRead';

type Message = StevedoreSignal | StevedoreBeat;

function setup(withSignals: boolean) {
  const tell: ((message: Message) => void)[] = [];
  const signals = {
    subscribe: (_: string, listener: (message: any) => void) => {
      tell.push(listener);
      return { unsubscribe: () => tell.splice(0) };
    },
  };
  const getPromotion = jest.fn(async () => ({ promotion: promotion() } as any));
  const api = fakeApi({ getPromotion });
  const wrapper = ({ children }: { children: ReactNode }) => (
    <TestApiProvider
      apis={[
        [stevedoreApiRef, api],
        ...(withSignals ? [[signalApiRef, signals] as const] : []),
      ]}
    >
      <ReadProvider>{children}</ReadProvider>
    </TestApiProvider>
  );
  const hook = renderHook(
    () => {
      const { live } = useLive();
      const key = readKeys.inProject('web', 'promotion', 'a');
      const read = useRead(key, backend =>
        backend.getPromotion({ project: 'web', name: 'a' }),
      );
      return { live, read };
    },
    { wrapper },
  );
  const send = (message: Message) =>
    act(async () => tell.forEach(each => each(message)));
  const signal = (project: string) => send({ project, subjects: [] });
  const beat = () => send({ beat: true });
  return { ...hook, getPromotion, signal, beat, tell };
}

it('reads again what a signal names, and only that', async () => {
  const { result, getPromotion, signal, unmount, tell } = setup(true);
  await waitFor(() => expect(result.current.read.data).toBeDefined());
  expect(result.current.live).toBe(false);
  await signal('web');
  await signal('web');
  expect(result.current.live).toBe(true);
  await waitFor(() => expect(getPromotion).toHaveBeenCalledTimes(2));
  await signal('other');
  await signal('web');
  await waitFor(() => expect(getPromotion).toHaveBeenCalledTimes(3));
  // what is said beyond projects concerns this one, too
  await signal('*');
  await waitFor(() => expect(getPromotion).toHaveBeenCalledTimes(4));
  unmount();
  expect(tell).toHaveLength(0);
});

it('polls when no signal comes', async () => {
  const { result, getPromotion } = setup(false);
  await waitFor(() => expect(getPromotion).toHaveBeenCalledTimes(2));
  expect(result.current.live).toBe(false);
});

describe('beats', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());
  const pass = (ms: number) =>
    act(async () => void (await jest.advanceTimersByTimeAsync(ms)));

  it('say that signals come, and read nothing', async () => {
    const { result, getPromotion, beat } = setup(true);
    await pass(0);
    await beat();
    expect(result.current.live).toBe(true);
    await pass(2 * BEAT_MS);
    expect(getPromotion).toHaveBeenCalledTimes(1);
  });

  it('that stay away say that they do not, until one comes again', async () => {
    const { result, getPromotion, beat } = setup(true);
    await beat();
    await pass(3 * BEAT_MS);
    expect(result.current.live).toBe(false);
    const before = getPromotion.mock.calls.length;
    await pass(BEAT_MS);
    expect(getPromotion.mock.calls.length).toBeGreaterThan(before);
    await beat();
    expect(result.current.live).toBe(true);
  });
});
