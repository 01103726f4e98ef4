import { z } from 'zod';
import { LabelSelectorFields } from './common';

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

const WINDOW = {
  name: z.string(),
  kind: z.enum(['Allow', 'Deny']),
  rrule: z.string().optional(),
  dtstart: z.string().optional(),
  dtend: z.string().optional(),
  stageSelector: Selector,
};

/** Kargo: promotionWindows of a ProjectConfig. */
export const Windows = z.array(z.strictObject(WINDOW)).default([]);

/** Kargo: promotionWindows of the ClusterConfig. */
export const ClusterWindows = z
  .array(z.strictObject({ ...WINDOW, projectSelector: Selector }))
  .default([]);
