import { EXAMPLE_COMMIT, StepExample } from '../../../registry/step';

const FREIGHT = 'f5f87aa23c9e97f43eb83dd63768ee41f5ba3766';

export const setMetadataExamples: StepExample[] = [
  {
    title: 'sets values of a freight and of a stage',
    config: {
      updates: [
        { kind: 'Freight', name: FREIGHT, values: { ticket: 'WEB-12' } },
        { kind: 'Stage', name: 'dev', values: { checks: { passed: 12 } } },
      ],
    },
    message: `set metadata of Freight ${EXAMPLE_COMMIT}, Stage dev`,
  },
];
