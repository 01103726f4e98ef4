import { createValueMasker } from '../adapters/system';
import { ConflictError } from '../model/errors';
import { withoutSecrets } from './withoutSecrets';

const masker = createValueMasker();
masker.add('hunter2');

it('lets out what holds no secret, as it is', async () => {
  const error = new ConflictError('moved');
  await expect(
    withoutSecrets(masker, () => Promise.reject(error)),
  ).rejects.toBe(error);
  expect(await withoutSecrets(masker, async () => 'hunter2')).toBe('hunter2');
});

it('lets out no error that holds one, in its stack or cause neither', async () => {
  const error = new Error('no hunter2', { cause: 'hunter2' });
  const thrown = await withoutSecrets(masker, () =>
    Promise.reject(error),
  ).catch(each => each);
  expect(thrown.message).toBe('no ******');
  expect(thrown.stack).not.toContain('hunter2');
  expect(thrown.cause).toBeUndefined();
});
