/** One request as the server saw it. `authorization` is only named, never kept. */
export interface RecordedRequest {
  readonly method: string;
  readonly path: string;
  readonly query: string;
  readonly headers: Readonly<Record<string, string>>;
  /** `basic`, `bearer`, or undefined when nothing was presented. */
  readonly scheme?: string;
  /** Undefined until the answer has been sent. */
  status?: number;
}

/** Which requests are meant; everything left out matches. */
export interface RequestMatcher {
  readonly method?: string;
  /** A string matches the whole path. */
  readonly path?: string | RegExp;
}

/** How many requests are remembered; the counter goes on above it. */
const KEEP = 10_000;

export function matchesRequest(
  matcher: RequestMatcher,
  request: { method: string; path: string },
): boolean {
  if (matcher.method && matcher.method !== request.method) return false;
  if (matcher.path === undefined) return true;
  return typeof matcher.path === 'string'
    ? matcher.path === request.path
    : matcher.path.test(request.path);
}

/** What a server was asked, for tests and benches that count round trips. */
export class RequestLog {
  private requests: RecordedRequest[] = [];
  private received = 0;
  private readonly listeners = new Set<(request: RecordedRequest) => void>();

  /** Every request since the start, also those no longer remembered. */
  get total(): number {
    return this.received;
  }

  all(matcher: RequestMatcher = {}): readonly RecordedRequest[] {
    return this.requests.filter(request => matchesRequest(matcher, request));
  }

  count(matcher: RequestMatcher = {}): number {
    return this.all(matcher).length;
  }

  clear(): void {
    this.requests = [];
    this.received = 0;
  }

  /** Resolves when the next matching request arrives (before its answer). */
  next(matcher: RequestMatcher = {}): Promise<RecordedRequest> {
    return new Promise(resolve => {
      const listener = (request: RecordedRequest) => {
        if (!matchesRequest(matcher, request)) return;
        this.listeners.delete(listener);
        resolve(request);
      };
      this.listeners.add(listener);
    });
  }

  /** @internal Called by the server. */
  record(request: RecordedRequest): void {
    this.received += 1;
    this.requests.push(request);
    if (this.requests.length > KEEP) this.requests.shift();
    for (const listener of [...this.listeners]) listener(request);
  }
}
