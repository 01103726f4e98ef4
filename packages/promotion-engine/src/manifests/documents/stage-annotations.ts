import { AnalysisRunPlace } from '../../model/verification';
import { ApprovalRule, PromotionInput } from '../../model/definition';
import {
  parseApprovalRule,
  parseRollbackApprovals,
} from '../annotations/approvals';
import { parseAnalysisRun } from '../annotations/analysis-run';
import { parseInputs } from '../annotations/inputs';
import { parseList } from '../annotations/list';
import { ANNOTATION_PREFIX, StageAnnotation } from '../annotations/names';
import { parseQueue } from '../annotations/queue';
import { parseRollouts } from '../annotations/rollouts';
import { AnnotationSyntaxError } from '../annotations/scanner';
import { QueuePolicy } from '../../model/queuePolicy';
import { NamedRollout } from '../../model/rollout';
import { Finding } from '../document';
import { suggestion } from '../nearest';

interface StageAdditions {
  approvals: ApprovalRule[];
  rollbackApprovals?: ApprovalRule[];
  inputs: PromotionInput[];
  queue?: QueuePolicy;
  tests?: string[];
  metrics?: string[];
  analysisRun?: AnalysisRunPlace;
  rollouts?: NamedRollout[];
  findings: Finding[];
}

/** Our additions to a Kargo Stage. */
export function readStageAnnotations(
  annotations: Record<string, string>,
): StageAdditions {
  const additions: StageAdditions = { approvals: [], inputs: [], findings: [] };
  for (const [key, value] of Object.entries(annotations)) {
    const path = ['metadata', 'annotations', key];
    if (!key.startsWith(ANNOTATION_PREFIX)) continue;
    try {
      if (key === StageAnnotation.approvals) {
        additions.approvals.push(parseApprovalRule(value));
      } else if (key === StageAnnotation.rollbackApprovals) {
        additions.rollbackApprovals = parseRollbackApprovals(value);
      } else if (key === StageAnnotation.inputs) {
        additions.inputs.push(...parseInputs(value));
      } else if (key === StageAnnotation.queue) {
        additions.queue = parseQueue(value);
      } else if (key === StageAnnotation.tests) {
        additions.tests = parseList(value, 'a test');
      } else if (key === StageAnnotation.analysisRun) {
        additions.analysisRun = parseAnalysisRun(value);
      } else if (key === StageAnnotation.metrics) {
        additions.metrics = parseList(value, 'an AnalysisTemplate');
      } else if (key === StageAnnotation.rollouts) {
        additions.rollouts = parseRollouts(value);
      } else {
        additions.findings.push({
          path,
          atKey: true,
          severity: 'warning',
          message: `There is no annotation ${key} on a Stage; it is ignored.`,
          cure: suggestion(key, Object.values(StageAnnotation)),
        });
      }
    } catch (error) {
      if (!(error instanceof AnnotationSyntaxError)) throw error;
      const { offset, message, cure } = error;
      additions.findings.push({ path, offset, message, cure });
    }
  }
  return additions;
}
