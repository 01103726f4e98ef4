import {
  AnswerAsk,
  Delegation,
  DelegationAsk,
  Delegations,
  GlassAsk,
  Promotion,
  PromotionReview,
  QuarantineAsk,
} from '@stevedore/plugin-stevedore-common';
import { readKeys } from './readKeys';
import { Action, useAction } from './useAction';
import { Read, ReadOptions, useRead } from './useRead';

export interface Emergency {
  breakGlass: Action<GlassAsk, Promotion>;
  closeReview: Action<QuarantineAsk, PromotionReview>;
}

/** Passing approval rules in an emergency, and looking at that afterwards. */
export function useEmergency(project: string, name: string): Emergency {
  return {
    breakGlass: useAction(project, (api, input) =>
      api.people.breakGlass({ project, name, ...input }),
    ),
    closeReview: useAction(project, (api, input) =>
      api.people.closeReview({ project, name, ...input }),
    ),
  };
}

/** Answers what a running step asks. @param step its index, from 0 */
export function useAnswer(
  { project, name }: Pick<Promotion, 'project' | 'name'>,
  step: number,
): Action<AnswerAsk, Promotion> {
  return useAction(project, (api, input) =>
    api.people.answerStep({ project, name, step, ...input }),
  );
}

/** Who decides for the reader, and for whom the reader decides. */
export function useDelegations(
  project: string,
  { enabled }: Pick<ReadOptions, 'enabled'> = {},
): Read<Delegations> {
  return useRead(
    readKeys.inProject(project, 'delegations'),
    (api, signal) => api.people.getDelegations({ signal }),
    { enabled },
  );
}

export interface Delegating {
  delegate: Action<DelegationAsk, Delegation>;
  /** Resolves to true when it was done. */
  end: Action<{ id: string; reason?: string }, true>;
}

/** @param project whose page this is; a delegation counts everywhere */
export function useDelegating(project: string): Delegating {
  return {
    delegate: useAction(project, (api, input) => api.people.delegate(input)),
    end: useAction(project, async (api, input) => {
      await api.people.endDelegation(input);
      return true as const;
    }),
  };
}
