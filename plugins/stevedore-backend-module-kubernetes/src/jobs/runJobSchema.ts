import { z } from 'zod';

/** A step that runs a container: the fields of Kargo's enterprise CustomPromotionStep. */
export const runJobSchema = z.strictObject({
  image: z.string().min(1),
  command: z.array(z.string()).min(1).optional(),
  args: z.array(z.string()).optional(),
  env: z
    .array(
      z.strictObject({
        name: z.string().min(1),
        value: z.union([z.string(), z.number(), z.boolean()]).transform(String),
      }),
    )
    .default([]),
  resources: z.looseObject({}).optional(),
  imagePullSecrets: z
    .array(z.strictObject({ name: z.string().min(1) }))
    .optional(),
  /** A Go duration; the cluster ends it then, whoever is still there. */
  timeout: z.string().default('10m'),
  output: z
    .strictObject({
      source: z.strictObject({
        type: z.enum(['Pipe', 'Stdout', 'File']).default('Pipe'),
        /** Of a file that the container writes; Kubernetes keeps 4096 bytes of it. */
        path: z.string().startsWith('/').optional(),
        /** By the end of `path` where nothing is said, else `KeyValue`. */
        format: z.enum(['JSON', 'YAML', 'KeyValue', 'Text']).optional(),
      }),
      /** Keys of the output, each with an expression over what was given, `output`. */
      transform: z.record(z.string().min(1), z.string().min(1)).optional(),
    })
    .optional(),
});

export type RunJobConfig = z.infer<typeof runJobSchema>;
