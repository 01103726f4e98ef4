import { z } from 'zod';
import { ReadOptions } from '../options';

/** Options for tests of this folder. */
export const testOptions: ReadOptions = {
  steps: {
    'git-clone': z.looseObject({ repoURL: z.string() }),
    'git-commit': undefined,
    'git-push': undefined,
    'kustomize-set-image': undefined,
    'yaml-update': z.looseObject({ path: z.string() }),
    fail: undefined,
  },
  unavailableSteps: { 'helm-template': z.looseObject({}) },
  checkConstraint: constraint =>
    /^[\^~<>=*x\d]/.test(constraint)
      ? undefined
      : `improper constraint: ${constraint}`,
};
