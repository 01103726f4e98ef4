import { selectCharts as select } from '../kinds/sources/chart';
import { suite } from './answer';

interface Input {
  semverConstraint?: string;
  discoveryLimit: number;
  versions?: string[];
  oci?: boolean;
}

export const selectCharts = suite<Input>(({ versions, oci, ...rules }) => {
  const repoURL = oci ? 'oci://r.example.com/app' : 'https://r.example.com';
  return select({ ...rules, repoURL }, versions ?? []);
});
