import { RegistryError } from '../../model/errors';
import { formatDuration } from '../../model/duration';
import { Timing } from './options';

/** What a host that was left alone may be asked at once, in seconds of its rate: a refresh or two of a repository. */
const BURST_SECONDS = 5;

/** A token bucket for one host, and the pause that the host asked for. */
export class HostBudget {
  private tokens: number;
  private filledAt: number;
  private pausedUntil = 0;
  private readonly perSecond: number;
  private readonly most: number;
  private readonly timing: Timing;

  constructor(perSecond: number, timing: Timing) {
    this.perSecond = perSecond;
    this.timing = timing;
    this.most = perSecond * BURST_SECONDS;
    this.tokens = this.most;
    this.filledAt = timing.now();
  }

  /** @throws RegistryError while the host has asked for a pause. */
  async take(host: string): Promise<void> {
    const now = this.timing.now();
    if (now < this.pausedUntil) throw pauseError(host, this.pausedUntil - now);
    this.tokens = Math.min(
      this.most,
      this.tokens + ((now - this.filledAt) * this.perSecond) / 1000,
    );
    this.filledAt = now;
    // below zero: those who wait stand in line
    this.tokens -= 1;
    if (this.tokens < 0)
      await this.timing.wait((-this.tokens * 1000) / this.perSecond);
  }

  pause(milliseconds: number): void {
    this.pausedUntil = Math.max(
      this.pausedUntil,
      this.timing.now() + milliseconds,
    );
  }
}

export function pauseError(host: string, retryAfterMs: number): RegistryError {
  const message = `Registry ${host} asks to slow down: it is asked again in ${formatDuration(
    retryAfterMs,
  )}.`;
  return new RegistryError(message, { retryAfterMs });
}
