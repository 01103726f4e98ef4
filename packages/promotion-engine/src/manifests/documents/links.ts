import { z } from 'zod';
import { LabelSelectorFields, ResourceName } from './common';

/** Kargo: freightLinks and stageLinks. */
export const Links = z
  .array(
    z.strictObject({
      title: z.string().min(1),
      url: z.string().min(1),
      description: z.string().optional(),
      if: z.string().optional(),
    }),
  )
  .optional();

const Selector = z
  .strictObject({ name: z.string().optional(), ...LabelSelectorFields })
  .optional();

/** Kargo: promotionWindows of a ProjectConfig or the ClusterConfig. */
export const Windows = z
  .array(
    z.strictObject({
      name: ResourceName,
      kind: z.enum(['Allow', 'Deny']),
      rrule: z.string().optional(),
      dtstart: z.string().optional(),
      dtend: z.string().optional(),
      stageSelector: Selector,
      projectSelector: Selector,
    }),
  )
  .default([]);
