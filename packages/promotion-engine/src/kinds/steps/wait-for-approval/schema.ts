import { z } from 'zod';
import { durationText } from '../_shared/fields';
import {
  namesSomebody,
  NAMES_SOMEBODY,
  responderFields,
} from '../_shared/responders';

/** Kargo: `wait-for-approval`, of its enterprise edition. */
export const waitForApprovalSchema = z.strictObject({
  approvers: z
    .array(
      z
        .strictObject({
          ...responderFields,
          required: z.boolean().optional(),
        })
        .refine(namesSomebody, NAMES_SOMEBODY),
    )
    .optional(),
  minApprovals: z.int().min(1).optional(),
  pollInterval: durationText.optional(),
});

export type WaitForApprovalConfig = z.infer<typeof waitForApprovalSchema>;
