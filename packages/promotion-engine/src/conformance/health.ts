import {
  Application,
  ApplicationCheck,
  assessApplications,
  worseHealth,
} from '../decide/health';
import { suite } from './answer';

/** A stage's health by its Argo CD Applications. */
export const health = suite(
  ({ checks, apps }: { checks?: ApplicationCheck[]; apps?: Application[] }) =>
    assessApplications(checks ?? [], apps ?? []),
);

/** Several statuses together. */
export const healthMerge = suite(({ statuses }: { statuses: string[] }) =>
  statuses.reduce(worseHealth, 'Healthy'),
);
