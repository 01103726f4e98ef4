import { ResourceKind } from '../api/resourceKind';

export const JOBS: ResourceKind = {
  group: 'batch',
  version: 'v1',
  kind: 'Job',
  plural: 'jobs',
};

export const PODS: ResourceKind = {
  group: '',
  version: 'v1',
  kind: 'Pod',
  plural: 'pods',
};
