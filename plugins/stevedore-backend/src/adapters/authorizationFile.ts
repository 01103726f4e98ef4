import { parseDocument } from 'yaml';
import { z } from 'zod';

export const AUTHORIZATION_FOLDER = '.stevedore/';
/** Where a repository says which components may use it. */
export const AUTHORIZATION_FILE = `${AUTHORIZATION_FOLDER}authorize.yaml`;

const grantSchema = z.strictObject({
  /** Entity ref of a component, in full. */
  entity: z
    .string()
    .regex(
      /^[a-z][a-z0-9.-]*:[\w.-]+\/[\w.-]+$/i,
      'write the component in full, such as component:default/web',
    ),
  access: z.array(z.enum(['read', 'write'])).min(1),
  branches: z.array(z.string()).min(1).default(['*']),
  paths: z.array(z.string()).min(1).default(['**']),
});

const fileSchema = z.strictObject({
  apiVersion: z.literal('stevedore.dev/v1alpha1'),
  kind: z.literal('Authorization'),
  spec: z.strictObject({ grants: z.array(grantSchema) }),
});

export type FileGrant = z.infer<typeof grantSchema>;

/** @throws Error with a sentence that names line or field. */
export function parseAuthorization(text: string): FileGrant[] {
  const document = parseDocument(text);
  const [fault] = document.errors;
  if (fault)
    throw new Error(
      `line ${fault.linePos?.[0].line}: ${fault.message.split('\n')[0]}`,
    );
  const read = fileSchema.safeParse(document.toJS());
  if (read.success) return read.data.spec.grants;
  const [{ path, message }] = read.error.issues;
  throw new Error(`${path.join('.') || 'the document'}: ${message}`);
}
