import { DemoError } from '../world/DemoError';

/**
 * A Backstage token of one of the demo's people, good for an hour.
 *
 * @param backend - the address in `.demo/ready.json`
 * @throws DemoError with what the sign-in said, e.g. whom it knows
 */
export async function fetchToken(
  backend: string,
  person: string,
): Promise<string> {
  const response = await fetch(`${backend}/api/auth/demo/refresh`, {
    method: 'POST',
    headers: { 'X-Demo-Person': person },
  }).catch(error => {
    const reason = error.cause?.code ?? error.message;
    throw new DemoError(
      `No answer from ${backend} (${reason}). Is the demo still running? Start it with: npm run demo`,
    );
  });
  const body: any = await response.json();
  if (!response.ok) throw new DemoError(body.error.message);
  return body.backstageIdentity.token;
}
