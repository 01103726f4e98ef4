import { z } from 'zod';
import { FLUX_KINDS, FluxKind } from './fluxKinds';

const text = z.string().min(1);

const resource = z.strictObject({
  kind: z.enum(Object.keys(FLUX_KINDS) as [FluxKind, ...FluxKind[]]),
  name: text,
  /** Default `flux-system`. */
  namespace: text.optional(),
  /** Default: the only one there is. */
  cluster: text.optional(),
  /** Commit, tag, version or digest that it is to be at; absent: whatever it finds. */
  revision: z.string().optional(),
});

export const fluxSchema = z.strictObject({
  /** One after the other: a source before what is made of it. */
  resources: z.array(resource).min(1),
});

export type FluxConfig = z.infer<typeof fluxSchema>;
export type FluxResource = FluxConfig['resources'][number];
