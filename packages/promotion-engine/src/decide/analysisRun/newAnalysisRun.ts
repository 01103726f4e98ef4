import { NewAnalysisRun } from '../../model/analysisRun';
import { StageVerification } from '../../model/definition';
import { AnalysisRunRef } from '../../model/verification';

/** Of a name in Kubernetes, and of the value of a label. */
const LONGEST_NAME = 253;
const LONGEST_LABEL = 63;

interface Subject {
  project: string;
  stage: string;
  /** Id of the verification: a ULID in small letters, so each has a run of its own. */
  verification: string;
  collection: string;
  promotion: string;
}

/** Kargo's name of an AnalysisRun, `<stage>.<ulid>.<freight collection>`; the same whoever asks again (kargo.md 4.7). */
export function analysisRunName({
  stage,
  verification,
  collection,
}: Pick<Subject, 'stage' | 'verification' | 'collection'>): string {
  const rest = `.${verification}.${collection}`;
  return `${stage.slice(0, LONGEST_NAME - rest.length)}${rest}`.toLowerCase();
}

/** Labels and annotations as Kargo's AnalysisRuns have them, and whose it is in words of our own. */
export function analysisRunMetadata(
  { project, stage, verification, collection, promotion }: Subject,
  {
    labels,
    annotations,
  }: NonNullable<StageVerification['analysisRunMetadata']>,
): Pick<NewAnalysisRun, 'annotations' | 'labels'> {
  return {
    labels: {
      ...labels,
      'kargo.akuity.io/stage': label(stage),
      'kargo.akuity.io/freight-collection': label(collection),
      'stevedore.dev/project': label(project),
      'stevedore.dev/stage': label(stage),
    },
    annotations: {
      ...annotations,
      'kargo.akuity.io/stage': stage,
      'kargo.akuity.io/promotion': promotion,
      'stevedore.dev/stage': `${project}:${stage}`,
      'stevedore.dev/verification': verification,
    },
  };
}

const label = (text: string) =>
  text.slice(0, LONGEST_LABEL).replace(/[^A-Za-z0-9]+$/, '');

/** For people: where they find it. */
export const describeRun = ({ cluster, namespace, name }: AnalysisRunRef) =>
  `AnalysisRun ${name} in namespace ${namespace} of cluster ${cluster}`;
