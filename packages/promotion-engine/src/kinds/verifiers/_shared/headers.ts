import { z } from 'zod';

/** Argo's list of headers, as an object. */
export const headersSchema = z
  .array(z.strictObject({ key: z.string(), value: z.string() }))
  .default([]);

export function headersOf(
  list: z.infer<typeof headersSchema>,
): Record<string, string> {
  return Object.fromEntries(list.map(({ key, value }) => [key, value]));
}
