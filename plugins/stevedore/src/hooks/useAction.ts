import { useApi } from '@backstage/frontend-plugin-api';
import { StevedoreApi } from '@stevedore/plugin-stevedore-common';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { stevedoreApiRef } from '../api/stevedoreApi';
import { Failure, failureOf } from '../lib/read/failure';
import { rereadProject } from './readKeys';

export interface Action<Input, Output> {
  /** Resolves to undefined when it was refused; `failure` then says why. */
  run: (input: Input) => Promise<Output | undefined>;
  running: boolean;
  failure?: Failure;
  /** Forgets the failure. */
  clear: () => void;
}

/** Does something in a project and reads again what it may have changed. */
export function useAction<Input, Output>(
  project: string,
  act: (api: StevedoreApi, input: Input) => Promise<Output>,
): Action<Input, Output> {
  const api = useApi(stevedoreApiRef);
  const client = useQueryClient();
  const mutation = useMutation({
    mutationFn: (input: Input) => act(api, input),
    // a refusal means that what is shown is old, so both ends read again
    onSettled: () => rereadProject(client, project),
  });
  return {
    run: input => mutation.mutateAsync(input).catch(() => undefined),
    running: mutation.isPending,
    failure: mutation.error ? failureOf(mutation.error) : undefined,
    clear: mutation.reset,
  };
}
