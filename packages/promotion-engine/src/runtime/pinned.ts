import { Masker } from '../ports/runtime';
import { NamedTexts, SecretRequest } from '../ports/secrets';
import { holdsMask } from './masking';

/** Where the inputs of a run are remembered. Names and what is written down hold no secret. */
export interface Pinning {
  masker: Pick<Masker, 'mask'>;
  /** In memory; the values are the true ones. */
  inputs: Record<string, string>;
  /** Commits masked inputs before anything is done with them. */
  remember(inputs: Record<string, string>): Promise<void>;
}

/**
 * The pinned value of an input; resolved and remembered the first time, the same ever after.
 * @throws Error when what was pinned held a secret, is not known any more, and has moved meanwhile
 */
export async function pinned(
  { masker, inputs, remember }: Pinning,
  input: string,
  resolve: () => Promise<string>,
): Promise<string> {
  const key = masker.mask(input);
  const known = inputs[key];
  if (known !== undefined && !holdsMask(known)) return known;
  const value = await resolve();
  const shown = masker.mask(value);
  if (known === undefined) await remember({ [key]: shown });
  else if (known !== shown)
    throw new Error(
      `${key} has changed since it was read first, and what it was held a secret, which is not kept: promote again`,
    );
  inputs[key] = value;
  return value;
}

/** What is kept elsewhere has no secret in it; one that it got there all the same is not handed on. */
export async function pinnedFact(
  { masker, inputs, remember }: Pinning,
  input: string,
  resolve: () => Promise<string>,
): Promise<string> {
  const key = masker.mask(input);
  if (inputs[key] !== undefined) return inputs[key];
  const value = masker.mask(await resolve());
  await remember({ [key]: value });
  inputs[key] = value;
  return value;
}

/**
 * A step that is done again after a crash reads its secrets again: they must be the ones that it read before.
 * @throws Error when they are others by now
 */
export async function pinnedVersion(
  pinning: Pinning,
  step: string,
  { request, texts }: { request: SecretRequest; texts: NamedTexts },
): Promise<void> {
  const { version } = texts;
  if (version === undefined) return;
  const { kind, name } = request;
  const input = `version:${step}:${kind}:${name}`;
  const before = await pinnedFact(pinning, input, async () => version);
  if (before !== pinning.masker.mask(version))
    throw new SecretChangedError(
      `the secret ${name} has changed since this step read it first (it was version ${before}, now it is ${version}): promote again`,
    );
}

/** No attempt can help: what the run has done rests on another value. */
export class SecretChangedError extends Error {
  override name = 'SecretChangedError';
  readonly terminal = true;
}
