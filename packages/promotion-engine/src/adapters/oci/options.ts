export interface RegistryCredentials {
  username: string;
  password: string;
}

/** The clock, so that tests need not sleep. */
export interface Timing {
  /** Milliseconds since the epoch. */
  now(): number;
  wait(milliseconds: number): Promise<void>;
}

export interface OciRegistryOptions {
  /** Asked anew for every login, so that a rotated password works at once. */
  credentials: (
    host: string,
  ) =>
    | RegistryCredentials
    | undefined
    | Promise<RegistryCredentials | undefined>;
  fetch?: typeof fetch;
  /** How many images are remembered. Default 100,000 (Kargo: controller.images.cache.maxEntries). */
  cacheEntries?: number;
  /** Hosts (with port) to speak plain HTTP to; loopback always is. */
  insecure?: string[];
  /** Per host. Default 20 (Kargo: controller.images.registries.rateLimit). */
  requestsPerSecond?: number;
  /** Until a request is given up, in milliseconds. Default 30,000. */
  timeoutMs?: number;
  timing?: Timing;
}

export const systemTiming: Timing = {
  now: () => Date.now(),
  wait: milliseconds =>
    new Promise(resolve => setTimeout(resolve, milliseconds)),
};
