import { InPromotion } from '../requests';
import {
  AnswerAsk,
  Delegation,
  DelegationAsk,
  Delegations,
  GlassAsk,
  Promotion,
  PromotionReview,
  QuarantineAsk,
  ReasonAsk,
} from '../types';
import { PeopleApi } from './PeopleApi';
import { CallOptions, path, Transport } from './transport';

/** The calls of `PeopleApi`. */
export class PeopleClient implements PeopleApi {
  readonly #transport: Transport;

  constructor(transport: Transport) {
    this.#transport = transport;
  }

  breakGlass(
    { project, name, ...body }: GlassAsk & InPromotion,
    options?: CallOptions,
  ): Promise<Promotion> {
    const to = path('projects', project, 'promotions', name, 'break-glass');
    return this.#post(to, body, options);
  }

  closeReview(
    { project, name, ...body }: InPromotion & QuarantineAsk,
    options?: CallOptions,
  ): Promise<PromotionReview> {
    const to = path('projects', project, 'promotions', name, 'review');
    return this.#post(to, body, options);
  }

  answerStep(
    {
      project,
      name,
      step,
      ...body
    }: AnswerAsk & InPromotion & { step: number },
    options?: CallOptions,
  ): Promise<Promotion> {
    const promotion = path('projects', project, 'promotions', name);
    return this.#post(`${promotion}/steps/${step}/answer`, body, options);
  }

  getDelegations(options?: CallOptions): Promise<Delegations> {
    return this.#transport.send(
      { method: 'GET', path: '/delegations' },
      options,
    );
  }

  delegate(body: DelegationAsk, options?: CallOptions): Promise<Delegation> {
    return this.#post('/delegations', body, options);
  }

  endDelegation(
    { id, ...body }: ReasonAsk & { id: string },
    options?: CallOptions,
  ): Promise<void> {
    return this.#post(path('delegations', id, 'end'), body, options);
  }

  #post<T>(to: string, body: unknown, options?: CallOptions): Promise<T> {
    return this.#transport.send({ method: 'POST', path: to, body }, options);
  }
}
