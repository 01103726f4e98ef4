import { z } from 'zod';
import { schemaFault } from '../../../decide/stepAnswers';
import { durationText } from '../_shared/fields';
import { responders } from '../_shared/responders';

/** Kargo: `get-user-input`, of its enterprise edition. */
export const getUserInputSchema = z.strictObject({
  schema: z
    .record(z.string(), z.unknown())
    .superRefine((schema, { addIssue }) => {
      const message = schemaFault(schema);
      if (message) addIssue({ code: 'custom', message });
    }),
  responders: responders.optional(),
  display: z.string().optional(),
  pollInterval: durationText.optional(),
});

export type GetUserInputConfig = z.infer<typeof getUserInputSchema>;
