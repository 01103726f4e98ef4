import { RolloutAsk, RolloutList } from '../types';
import { RolloutApi } from './RolloutApi';
import { CallOptions, path, Transport } from './transport';

type InStage = { project: string; stage: string };

/** The calls of `RolloutApi`. */
export class RolloutClient implements RolloutApi {
  readonly #transport: Transport;

  constructor(transport: Transport) {
    this.#transport = transport;
  }

  getRollouts(
    { project, stage }: InStage,
    options?: CallOptions,
  ): Promise<RolloutList> {
    const from = path('projects', project, 'stages', stage, 'rollouts');
    return this.#transport.send({ method: 'GET', path: from }, options);
  }

  actOnRollout(
    { project, stage, ...body }: InStage & RolloutAsk,
    options?: CallOptions,
  ): Promise<void> {
    const to = path('projects', project, 'stages', stage, 'rollouts');
    return this.#transport.send({ method: 'POST', path: to, body }, options);
  }
}
