import { useCallback, useLayoutEffect, useMemo, useRef } from 'react';
import { useSearchParams } from 'react-router-dom';
import {
  Drawer,
  readUrlState,
  UrlState,
  writeUrlState,
} from '../lib/url/urlState';

export interface UrlStateHandle {
  state: UrlState;
  /** Changes some fields; `undefined` takes one away. Typing replaces, opening can be gone back from. */
  update: (change: Partial<UrlState>, options?: { replace?: boolean }) => void;
  open: (drawer: Drawer) => void;
  close: () => void;
}

/** The page's state, which is the address. The only place that knows the router. */
export function useUrlState(): UrlStateHandle {
  const [params, setParams] = useSearchParams();
  const state = useMemo(() => readUrlState(params), [params]);
  // the router's own is that of the last rendering, also for a timer or a second change in one go
  const latest = useRef(params);
  useLayoutEffect(() => {
    latest.current = params;
  }, [params]);
  const update = useCallback<UrlStateHandle['update']>(
    (change, { replace = false } = {}) => {
      const before = latest.current;
      latest.current = writeUrlState(before, {
        ...readUrlState(before),
        ...change,
      });
      setParams(latest.current, { replace });
    },
    [setParams],
  );
  const open = useCallback((drawer: Drawer) => update({ drawer }), [update]);
  const close = useCallback(() => update({ drawer: undefined }), [update]);
  return { state, update, open, close };
}
