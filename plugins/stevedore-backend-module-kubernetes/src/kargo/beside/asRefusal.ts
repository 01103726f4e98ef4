import { RequestError } from '@stevedore/promotion-engine';
import { ClusterError } from '../../api/ClusterError';

/** Runs what changes something in a cluster; whoever refuses is heard in his own words. @throws RequestError */
export async function asRefusal<T>(run: () => Promise<T>): Promise<T> {
  try {
    return await run();
  } catch (error) {
    throw error instanceof ClusterError ? refusalOf(error) : error;
  }
}

function refusalOf(error: ClusterError): RequestError {
  const { denial, message, status } = error;
  if (denial !== undefined)
    return new RequestError(kindOf(status), `Kargo refuses: ${denial}`);
  if (status === undefined || status >= 500)
    return new RequestError(
      'conflict',
      `${message}; whether it was done is not known: look again before you repeat it`,
    );
  // what the portal may not do says nothing about the person who asks
  const kind = status === 401 || status === 403 ? 'conflict' : kindOf(status);
  return new RequestError(kind, message);
}

function kindOf(status: number | undefined): RequestError['kind'] {
  switch (status) {
    case 403:
      return 'refused';
    case 404:
      return 'notFound';
    case 400:
    case 422:
      return 'invalid';
    default:
      return 'conflict';
  }
}
