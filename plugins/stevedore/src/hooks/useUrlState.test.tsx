import { act, renderHook } from '@testing-library/react';
import { ReactNode } from 'react';
import { MemoryRouter } from 'react-router-dom';
import { useUrlState } from './useUrlState';

const OPENED = { kind: 'stage', stage: 'dev' } as const;

function setup() {
  const wrapper = ({ children }: { children: ReactNode }) => (
    <MemoryRouter initialEntries={['/delivery?theirs=1&view=list']}>
      {children}
    </MemoryRouter>
  );
  return renderHook(useUrlState, { wrapper }).result;
}

it('changes what it is told, and nothing else', () => {
  const hook = setup();
  act(() => hook.current.open(OPENED));
  expect(hook.current.state).toEqual({ view: 'list', drawer: OPENED });
  act(() => hook.current.close());
  expect(hook.current.state).toEqual({ view: 'list' });
});

it('keeps what was opened while somebody who typed was waited for', () => {
  const hook = setup();
  const { update } = hook.current;
  act(() => hook.current.open(OPENED));
  act(() => update({ search: 'heron' }, { replace: true }));
  expect(hook.current.state).toEqual({
    view: 'list',
    drawer: OPENED,
    search: 'heron',
  });
});

it('takes two changes at once', () => {
  const hook = setup();
  act(() => {
    hook.current.update({ search: 'heron' });
    hook.current.update({ view: undefined, notIn: 'prod' });
  });
  expect(hook.current.state).toEqual({ search: 'heron', notIn: 'prod' });
});
