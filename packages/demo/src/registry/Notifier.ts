/** Where a registry tells of pushes (CNCF Distribution: `notifications.endpoints`). */
export interface NotificationEndpoint {
  readonly url: string;
  /** For example `{ Authorization: 'Bearer …' }`. */
  readonly headers?: Readonly<Record<string, string>>;
}

export interface PushedTag {
  readonly repository: string;
  readonly tag: string;
  readonly digest: string;
  readonly mediaType: string;
}

const MEDIA_TYPE = 'application/vnd.docker.distribution.events.v2+json';
/** A listener that hangs must not hold the registry back when it stops. */
const TIMEOUT_MILLISECONDS = 2_000;

/**
 * Sends one event for each pushed tag. Unlike the real one it does not try
 * again: who did not listen finds the tag at his next poll.
 */
export class Notifier {
  private readonly sending = new Set<Promise<void>>();

  constructor(private readonly endpoints: readonly NotificationEndpoint[]) {}

  pushed(target: PushedTag): void {
    const event = {
      id: crypto.randomUUID(),
      timestamp: new Date().toISOString(),
      action: 'push',
      target,
    };
    const body = JSON.stringify({ events: [event] });
    for (const endpoint of this.endpoints) {
      const sent = this.send(endpoint, body).catch(() => {});
      this.sending.add(sent);
      sent.finally(() => this.sending.delete(sent));
    }
  }

  /** Resolves when nothing is on its way. */
  async settle(): Promise<void> {
    await Promise.all(this.sending);
  }

  private async send(
    { url, headers }: NotificationEndpoint,
    body: string,
  ): Promise<void> {
    const response = await fetch(url, {
      method: 'POST',
      headers: { ...headers, 'Content-Type': MEDIA_TYPE },
      body,
      signal: AbortSignal.timeout(TIMEOUT_MILLISECONDS),
    });
    await response.body?.cancel();
  }
}
