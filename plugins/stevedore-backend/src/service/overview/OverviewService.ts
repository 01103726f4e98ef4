import {
  PipelineListRequest,
  PipelinePage,
  UnmappedProjects,
} from '@stevedore/plugin-stevedore-common';
import { Caller } from '../StevedoreService';

/** What concerns more than one component. */
export interface OverviewService {
  /** Only what the caller may read; the longest waiting first. */
  listPipelines(
    input: PipelineListRequest,
    caller: Caller,
  ): Promise<PipelinePage>;
  /** For who keeps the platform's rules. */
  listUnmapped(caller: Caller): Promise<UnmappedProjects>;
}
