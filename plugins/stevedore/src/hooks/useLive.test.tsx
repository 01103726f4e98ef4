import { signalApiRef } from '@backstage/plugin-signals-react';
import { TestApiProvider } from '@backstage/frontend-test-utils';
import { act, renderHook, waitFor } from '@testing-library/react';
import { ReactNode } from 'react';
import { stevedoreApiRef } from '../api/stevedoreApi';
import { fakeApi, promotion } from '../fixtures';
import { ReadProvider } from './ReadProvider';
import { readKeys } from './readKeys';
import { useLive } from './useLive';
import { useRead } from './useRead';

type Message = { project: string; subjects: string[] };

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
  const signal = (project: string) =>
    act(async () => tell.forEach(each => each({ project, subjects: [] })));
  return { ...hook, getPromotion, signal, tell };
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
