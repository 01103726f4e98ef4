import {
  compilePathFilter,
  compilePathPattern,
  PathFilterConfig,
} from '../model/paths';
import { suite } from './answer';

/** Whether one of the changed paths counts. */
export const matchPaths = suite(
  ({ changed, ...config }: PathFilterConfig & { changed: string[] }) =>
    compilePathFilter(config)(changed),
);

/** Whether one path fits one pattern. */
export const pathMatch = suite(
  ({ pattern, path }: { pattern: string; path: string }) => ({
    matches: compilePathPattern(pattern)(path),
  }),
);
