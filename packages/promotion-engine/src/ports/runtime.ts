/** Milliseconds since the epoch; the only clock of the engine. */
export interface Clock {
  now(): number;
}

/** Ids that sort by time (ULID, upper case). */
export interface Ids {
  ulid(): string;
  /** 16 random bytes as hex. */
  seed(): string;
}

export interface Logger {
  debug(
    message: string,
    meta?: Record<string, string | number | boolean>,
  ): void;
  info(message: string, meta?: Record<string, string | number | boolean>): void;
  warn(message: string, meta?: Record<string, string | number | boolean>): void;
  error(
    message: string,
    meta?: Record<string, string | number | boolean>,
  ): void;
}

/** Says that something changed; carries ids, never content. */
export interface Events {
  publish(event: { project: string; subjects: string[] }): void;
}

/** Named race points; only tests do anything there. */
export interface Faults {
  at(point: string, info: Record<string, unknown>): Promise<void>;
}

/** "Look at this key": truth is in the tables. Keys are coalesced while they wait. */
export interface Queue {
  /** @param afterMs - not before so many milliseconds from now; 0 is at once. */
  enqueue(key: WorkKey, afterMs?: number): Promise<void>;
  /** Starts working; `handle` answers when to look again. A throw means: again later, with back-off. */
  start(
    handle: (key: WorkKey) => Promise<{ againMs?: number } | void>,
  ): Promise<void>;
  stop(): Promise<void>;
}

export interface WorkKey {
  /** `refresh` is a poll of a warehouse for which nothing that was seen before counts. */
  kind: 'warehouse' | 'refresh' | 'stage' | 'promotion' | 'verification';
  project: string;
  /** Name of the warehouse, stage or promotion. */
  name: string;
}

/** HTTP for steps and verifiers; the adapter holds the allow-list and never reaches link-local addresses. */
export interface HttpClient {
  send(request: HttpRequest): Promise<HttpResponse>;
}

export interface HttpRequest {
  url: string;
  method: string;
  headers: Record<string, string>;
  body?: string;
  /** Milliseconds until it is given up with an error that says so. */
  timeoutMs: number;
  insecureSkipTLSVerify?: boolean;
  /** PEM certificates of authorities that are trusted beside the known ones. */
  caCert?: string;
  signal?: AbortSignal;
  /** For a file: the answer may be as large as this, and its body is in `bytes`. Otherwise 2 MiB of text. */
  largestBytes?: number;
}

export interface HttpResponse {
  status: number;
  headers: Record<string, string>;
  body: string;
  /** Where `largestBytes` was asked for; `body` is empty then. */
  bytes?: Uint8Array;
}

/** Hides every secret value that this process resolved. */
export interface Masker {
  add(secret: string): void;
  mask(text: string): string;
}
