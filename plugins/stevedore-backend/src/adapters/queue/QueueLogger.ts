/** What a queue says to its operator; Backstage's logger and the engine's both do. */
export interface QueueLogger {
  warn(message: string): void;
}

export function describeError(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
