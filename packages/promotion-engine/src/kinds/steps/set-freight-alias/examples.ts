import { StepExample } from '../../../registry/step';

export const setFreightAliasExamples: StepExample[] = [
  {
    title: 'gives a freight another alias',
    config: {
      name: 'f5f87aa23c9e97f43eb83dd63768ee41f5ba3766',
      alias: 'release-1.1',
    },
    message: 'freight f5f87aa is called release-1.1',
  },
];
