/** What a test outside of Stevedore found out about freight, as somebody or some bot reported it. */
export interface TestResult {
  /** Name of the test, e.g. `e2e`. */
  name: string;
  outcome: 'passed' | 'failed';
  /** Stage it was run against; absent: none. */
  stage?: string;
  link?: string;
  message?: string;
  actor: string;
  /** ISO 8601 */
  at: string;
}

/** The newest measurement of what the metric gate of a stage rests on. */
export interface MetricFact {
  /** Name of the AnalysisTemplate. */
  template: string;
  phase: 'Successful' | 'Failed' | 'Inconclusive' | 'Error';
  /** ISO 8601 */
  at: string;
  message?: string;
}
