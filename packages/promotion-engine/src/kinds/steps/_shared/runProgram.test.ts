import { ProgramError } from '../../../model/errors';
import { StepContext } from '../../../registry/step';
import { runProgram } from './runProgram';

describe('runProgram', () => {
  it.each([
    ['./src/dev', '/runs/1/src/dev'],
    ['src/dev/', '/runs/1/src/dev'],
    ['.', '/runs/1/'],
  ])(
    'tells of paths as the workspace has them, from %s',
    async (path, directory) => {
      const context = {
        workspace: { directory: async () => directory },
        programs: {
          run: async () => {
            throw new ProgramError('helm failed: /runs/1/src/a.yaml: no', {
              retryable: true,
            });
          },
        },
      } as unknown as StepContext<'workspace' | 'programs'>;
      await expect(
        runProgram(context, { program: 'helm', args: [], path }),
      ).rejects.toThrow('helm failed: src/a.yaml: no');
    },
  );
});
