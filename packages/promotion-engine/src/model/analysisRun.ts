import { Measurement } from './verification';

/** Argo's AnalysisRunSpec, as far as templates say it. */
export interface AnalysisRunSpec {
  args: Record<string, unknown>[];
  metrics: Record<string, unknown>[];
  dryRun?: { metricName: string }[];
  measurementRetention?: { metricName: string; limit: number }[];
}

/** What is asked of a cluster. */
export interface NewAnalysisRun {
  labels: Record<string, string>;
  annotations: Record<string, string>;
  spec: AnalysisRunSpec;
}

/** An AnalysisRun as its cluster shows it now. */
export type AnalysisRunSight =
  | { status: 'absent' }
  /** Nothing can be said of it now, or ever; `reason` is a sentence. */
  | { status: 'unknown'; reason: string }
  | { status: 'refused'; reason: string }
  | {
      status: 'goesOn';
      measurements: Measurement[];
      /** Milliseconds until to look again, if nothing wakes before. */
      againMs: number;
      /** Nothing happens there any more: a sentence that says since when. */
      silence?: string;
    }
  | {
      status: 'ended';
      phase: Measurement['phase'];
      message: string;
      measurements: Measurement[];
    };
