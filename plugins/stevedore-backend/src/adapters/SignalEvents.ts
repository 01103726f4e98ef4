import { SignalsService } from '@backstage/plugin-signals-node';
import { STEVEDORE_CHANNEL } from '@stevedore/plugin-stevedore-common';
import { Events, Logger } from '@stevedore/promotion-engine';

/** Tells open pages that something changed. Signals carry ids, never what needs a permission. */
export class SignalEvents implements Events {
  readonly #signals: SignalsService;
  readonly #logger: Logger;

  constructor(signals: SignalsService, logger: Logger) {
    this.#signals = signals;
    this.#logger = logger;
  }

  publish(event: { project: string; subjects: string[] }): void {
    this.#signals
      .publish({
        recipients: { type: 'broadcast' },
        channel: STEVEDORE_CHANNEL,
        message: event,
      })
      .catch(error =>
        this.#logger.debug('a signal was not sent', { error: String(error) }),
      );
  }
}
