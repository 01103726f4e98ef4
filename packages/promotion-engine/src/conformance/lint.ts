import { readManifests } from '../manifests';
import { builtInKinds } from '../registry/builtInKinds';
import { readOptionsOf } from '../registry/readOptionsOf';
import { createRegistry } from '../registry/registry';
import { suite } from './answer';

const options = readOptionsOf(createRegistry(builtInKinds()));

/** The admission verdict: what Kargo's own admission would say to the files. */
export const lint = suite<{ files: Record<string, string> }>(({ files }) => {
  const { problems } = readManifests(
    Object.entries(files).map(([name, text]) => ({ name, text })),
    options,
  );
  const errors = problems
    .filter(
      ({ verdict, severity }) =>
        verdict === 'admission' && severity === 'error',
    )
    .map(({ object = '', field = '', message }) => ({
      object,
      phase: 'admission',
      field,
      message,
    }));
  return { valid: errors.length === 0, errors };
});
