import { definitionOf } from '../definition-of';
import { testOptions } from './testOptions';

/** A whole pipeline in annotations. */
export const FIVE = {
  'stevedore.dev/stages': 'dev, staging, prod',
  'stevedore.dev/image': 'ghcr.io/acme/web ^1.0.0',
  'stevedore.dev/gitops':
    'https://github.com/acme/deploy#main:apps/web/{stage}',
  'stevedore.dev/auto-promote': 'dev',
  'stevedore.dev/approvals':
    'prod = 2 of group:release-managers, not requester',
};
/** A component with these annotations. */
export const entity = (annotations: Record<string, string>) => ({
  ref: 'component:default/web',
  name: 'web',
  annotations,
});
/** What annotations compile to. */
export const define = (annotations: Record<string, string>) =>
  definitionOf(entity(annotations), { kind: 'annotations' }, testOptions);
