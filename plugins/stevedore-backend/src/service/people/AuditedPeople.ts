import { AuditorService } from '@backstage/backend-plugin-api';
import {
  AnswerAsk,
  DelegationAsk,
  GlassAsk,
  InPromotion,
  QuarantineAsk,
  ReasonAsk,
} from '@stevedore/plugin-stevedore-common';
import { JsonObject } from '@backstage/types';
import { audited } from '../audited';
import { Caller } from '../StevedoreService';
import { InStep, PeopleService } from './PeopleService';

/** Tells the platform's audit log what people did, and what came of it; refusals included. */
export class AuditedPeople implements PeopleService {
  readonly #inner: PeopleService;
  readonly #auditor: AuditorService;

  constructor(deps: { inner: PeopleService; auditor: AuditorService }) {
    this.#inner = deps.inner;
    this.#auditor = deps.auditor;
  }

  breakGlass(input: GlassAsk & InPromotion, caller: Caller) {
    return this.#audit('promotion-break-glass', { input, caller }, () =>
      this.#inner.breakGlass(input, caller),
    );
  }

  closeReview(input: InPromotion & QuarantineAsk, caller: Caller) {
    return this.#audit('promotion-review', { input, caller }, () =>
      this.#inner.closeReview(input, caller),
    );
  }

  answerStep(input: AnswerAsk & InStep, caller: Caller) {
    const { values: _, ...told } = input;
    return this.#audit('promotion-answer', { input: told, caller }, () =>
      this.#inner.answerStep(input, caller),
    );
  }

  getDelegations(caller: Caller) {
    return this.#inner.getDelegations(caller);
  }

  delegate(input: DelegationAsk, caller: Caller) {
    return this.#audit('delegation-give', { input, caller }, () =>
      this.#inner.delegate(input, caller),
    );
  }

  endDelegation(input: ReasonAsk & { id: string }, caller: Caller) {
    return this.#audit('delegation-end', { input, caller }, () =>
      this.#inner.endDelegation(input, caller),
    );
  }

  #audit<T>(
    eventId: string,
    { input, caller }: { input: object; caller: Caller },
    run: () => Promise<T>,
  ): Promise<T> {
    const told = { eventId, input: { ...input } as JsonObject, caller };
    return audited(this.#auditor, told, run);
  }
}
