import { IncomingMessage, ServerResponse } from 'node:http';
import { Fault } from './Faults';

/** Returns true when the fault has taken the place of the handler. */
export function applyFault(
  fault: Fault,
  request: IncomingMessage,
  response: ServerResponse,
): boolean {
  if (fault.kind === 'status') sendStatus(fault, response);
  if (fault.kind === 'reset') request.socket.destroy();
  if (fault.kind === 'lose-answer') muteResponse(request, response);
  return fault.kind !== 'lose-answer';
}

function sendStatus(
  fault: Extract<Fault, { kind: 'status' }>,
  response: ServerResponse,
): void {
  const code = fault.status === 429 ? 'TOOMANYREQUESTS' : 'UNKNOWN';
  const message = 'a fault that was asked for';
  if (fault.retryAfter !== undefined) {
    response.setHeader('Retry-After', String(fault.retryAfter));
  }
  response.writeHead(fault.status, { 'Content-Type': 'application/json' });
  response.end(JSON.stringify({ errors: [{ code, message }] }));
}

/** The handler writes into nothing; where it would end, the connection ends. */
function muteResponse(
  request: IncomingMessage,
  response: ServerResponse,
): void {
  response.writeHead = () => response;
  response.flushHeaders = () => {};
  response.write = () => true;
  response.end = () => {
    request.socket.destroy();
    return response;
  };
}
