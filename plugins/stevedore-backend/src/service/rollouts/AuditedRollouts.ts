import { AuditorService } from '@backstage/backend-plugin-api';
import { RolloutAsk } from '@stevedore/plugin-stevedore-common';
import { audited } from '../audited';
import { Caller, InStage } from '../StevedoreService';
import { RolloutService } from './RolloutService';

/** Tells the platform's audit log what people do to rollouts, and what came of it; refusals included. */
export class AuditedRollouts implements RolloutService {
  readonly #inner: RolloutService;
  readonly #auditor: AuditorService;

  constructor(deps: { inner: RolloutService; auditor: AuditorService }) {
    this.#inner = deps.inner;
    this.#auditor = deps.auditor;
  }

  getRollouts(input: InStage, caller: Caller) {
    return this.#inner.getRollouts(input, caller);
  }

  actOnRollout(input: InStage & RolloutAsk, caller: Caller) {
    const { seen: _, ...told } = input;
    return audited(
      this.#auditor,
      { eventId: 'stage-rollout', input: told, caller },
      () => this.#inner.actOnRollout(input, caller),
    );
  }
}
