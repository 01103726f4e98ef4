import { ReadOptions } from '../options';

/** Options for tests of this folder. */
export const testOptions: ReadOptions = {
  steps: {
    'git-clone': config =>
      'repoURL' in config
        ? []
        : [{ path: [], message: 'repoURL is missing', structural: true }],
    'git-commit': undefined,
    'git-push': undefined,
    'kustomize-set-image': undefined,
    'yaml-update': config =>
      typeof config.path === 'string'
        ? []
        : [{ path: ['path'], message: 'path is not a text' }],
    fail: undefined,
  },
  unavailableSteps: { 'helm-template': () => [] },
  checkConstraint: constraint =>
    /^[\^~<>=*x\d]/.test(constraint)
      ? undefined
      : `improper constraint: ${constraint}`,
};
