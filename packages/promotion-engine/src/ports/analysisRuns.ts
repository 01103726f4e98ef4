import { AnalysisRunSight, NewAnalysisRun } from '../model/analysisRun';
import { AnalysisRunPlace, AnalysisRunRef } from '../model/verification';
import { OpenTranscript } from './transcript';

/** Argo Rollouts' AnalysisRuns in clusters, as far as verifications need them. */
export interface AnalysisRuns {
  /** What it is now; whoever implements it says so (`look` at the stage) when that is different. */
  look(run: AnalysisRunRef, asker: RunAsker): Promise<AnalysisRunSight>;
  /**
   * Makes it, unless there is one of that name.
   * @returns a sentence when the cluster does not take it; `unknown` when it could not be asked
   */
  begin(
    run: AnalysisRunRef,
    order: NewAnalysisRun,
  ): Promise<
    { status: 'begun' } | { status: 'refused' | 'unknown'; reason: string }
  >;
  /** Ends it where it is (Argo: `spec.terminate`). One that is not there is no error. */
  stop(run: AnalysisRunRef): Promise<void>;
  /** Removes what is over of a stage and of no collection that is kept, and what is over and older than the newest ten. */
  tidy(place: AnalysisRunPlace, of: KeptRuns): Promise<void>;
}

export interface RunAsker {
  project: string;
  stage: string;
  /** Epoch milliseconds. */
  now: number;
  /** Takes what the Jobs of a metric print. */
  transcript(metric: string): OpenTranscript;
}

export interface KeptRuns {
  project: string;
  stage: string;
  /** Ids of the freight collections that the stage still remembers. */
  collections: readonly string[];
}
