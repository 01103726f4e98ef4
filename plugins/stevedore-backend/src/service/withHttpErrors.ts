import {
  ConflictError,
  InputError,
  NotAllowedError,
  NotFoundError,
} from '@backstage/errors';
import {
  ConflictError as VersionConflict,
  RequestError,
} from '@stevedore/promotion-engine';
import { publicUrl } from '../mappers/publicUrl';

const ERRORS = {
  notFound: NotFoundError,
  conflict: ConflictError,
  invalid: InputError,
  refused: NotAllowedError,
} as const;

/** Runs a call to the engine; what it refuses becomes the platform's error of the same meaning. */
export async function withHttpErrors<T>(run: () => Promise<T>): Promise<T> {
  try {
    return await run();
  } catch (error) {
    if (error instanceof RequestError)
      throw new ERRORS[error.kind](publicUrl(error.message));
    if (error instanceof VersionConflict)
      throw new ConflictError(
        'Somebody else changed this at the same moment; look again.',
      );
    throw error;
  }
}
