import { z } from 'zod';
import { ChartSubscription } from '../../model/definition';
import { Finding } from '../document';
import { readShape } from '../shape';
import { rule } from './common';
import {
  constraintFinding,
  Limit,
  limitOf,
  SubscriptionContext,
} from './subscription';

const REPOSITORY = /^(https?|oci):\/\/[\w.-]+(:\d+)?(\/.*)*$/;

const Chart = z.strictObject({
  repoURL: z.string().refine(
    text => REPOSITORY.test(text),
    rule('This is no URL of a chart repository.', {
      cure: 'Write https://host/path of a repository, or oci://host/path of a chart.',
    }),
  ),
  name: z.string().default(''),
  semverConstraint: z.string().optional(),
  discoveryLimit: Limit,
  insecureSkipTLSVerify: z.boolean().default(false),
});

export function readChartSubscription(
  raw: unknown,
  context: SubscriptionContext,
): { chart?: ChartSubscription; findings: Finding[] } {
  const { value, findings } = readShape(Chart, raw, {
    base: context.path,
    unknownFields: 'runnable',
  });
  if (!value) return { findings };
  const { repoURL, name, semverConstraint } = value;
  findings.push(
    ...constraintFinding(semverConstraint, 'semverConstraint', context),
    ...nameFinding(value, context),
  );
  return {
    chart: {
      repoURL,
      ...(name ? { name } : {}),
      ...(semverConstraint ? { semverConstraint } : {}),
      discoveryLimit: limitOf(value.discoveryLimit),
      insecureSkipTLSVerify: value.insecureSkipTLSVerify,
    },
    findings,
  };
}

function nameFinding(
  { repoURL, name }: z.infer<typeof Chart>,
  { path }: SubscriptionContext,
): Finding[] {
  const oci = repoURL.startsWith('oci://');
  if (oci !== (name !== '')) return [];
  return [
    {
      path: [...path, 'name'],
      verdict: 'admission',
      message: oci
        ? 'A chart in an OCI registry is named by its URL alone.'
        : 'A chart repository holds many charts, so name is needed.',
      cure: oci ? 'Remove name.' : 'Add name: <chart>.',
    },
  ];
}
