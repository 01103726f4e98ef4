import { ServerResponse } from 'node:http';
import { BodyTooLargeError } from '../http/readBody';
import { RequestHandler } from '../http/startLoopbackServer';
import { Authenticator } from './auth/types';
import { RegistryContext } from './handlers/types';
import { RegistryError } from './RegistryError';
import { matchRoute } from './routes';

/** The Distribution API over what `context` holds. */
export function createRegistryHandler(
  context: RegistryContext,
  authenticator: Authenticator,
): RequestHandler {
  const serve: RequestHandler = async (request, response) => {
    const url = new URL(request.url ?? '/', 'http://registry');
    const method = request.method ?? 'GET';
    if (url.pathname === '/token' && authenticator.issueToken) {
      await authenticator.issueToken(request, response);
      return;
    }
    if (url.pathname === '/v2/' || url.pathname === '/v2') {
      authenticator.check(request);
      sendJson(response, 200, {});
      return;
    }
    const { handler, repository, reference } = matchRoute(method, url.pathname);
    const action = method === 'GET' || method === 'HEAD' ? 'pull' : 'push';
    authenticator.check(request, { repository, action });
    const query = url.searchParams;
    const exchange = { context, request, response, query };
    await handler({ ...exchange, repository, reference });
  };
  return async (request, response) => {
    response.setHeader('Docker-Distribution-Api-Version', 'registry/2.0');
    try {
      await serve(request, response);
    } catch (error) {
      sendError(response, error);
    }
  };
}

function sendError(response: ServerResponse, error: unknown): void {
  if (error instanceof BodyTooLargeError) {
    sendErrorBody(response, {
      status: 413,
      code: 'SIZE_INVALID',
      message: error.message,
    });
    return;
  }
  if (!(error instanceof RegistryError)) throw error;
  for (const [name, value] of Object.entries(error.headers)) {
    response.setHeader(name, value);
  }
  sendErrorBody(response, error);
}

function sendErrorBody(
  response: ServerResponse,
  error: { status: number; code: string; message: string },
): void {
  const { status, code, message } = error;
  sendJson(response, status, { errors: [{ code, message }] });
}

function sendJson(response: ServerResponse, status: number, body: object) {
  response.writeHead(status, { 'Content-Type': 'application/json' });
  response.end(JSON.stringify(body));
}
