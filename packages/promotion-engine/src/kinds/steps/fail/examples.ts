import { StepExample } from '../../../registry/step';

export const failExamples: StepExample[] = [
  {
    title: 'ends the promotion with a message',
    config: { message: 'the window is closed' },
    status: 'failed',
    message: 'the window is closed',
  },
  {
    title: 'says that it was meant, where it is told nothing',
    config: {},
    status: 'failed',
    message: 'failed on purpose',
  },
];
