import { z } from 'zod';
import { ClusterConfig } from '../../model/definition';
import { Finding, ManifestDocument } from '../document';
import { readShape } from '../shape';
import { objectShape } from './common';
import { Links, Windows } from './links';
import { readClusterWindows } from './promotion-windows';
import { receiverFindings, Receivers } from './receivers';

const Shape = objectShape(
  z
    .strictObject({
      webhookReceivers: Receivers,
      gitClient: z
        .strictObject({
          name: z.string().optional(),
          email: z.string().optional(),
          signingKeySecret: z
            .strictObject({ name: z.string().default('') })
            .optional(),
        })
        .optional(),
      freightLinks: Links,
      stageLinks: Links,
      promotionWindows: Windows,
    })
    .optional(),
);

export interface ClusterConfigResult {
  config?: ClusterConfig;
  findings: Finding[];
}

/** What an operator says for a whole cluster (Kargo: ClusterConfig). */
export function readClusterConfigDocument(
  document: ManifestDocument,
): ClusterConfigResult {
  const { value, findings } = readShape(Shape, document.value);
  if (!value) return { findings };
  const {
    gitClient,
    promotionWindows = [],
    webhookReceivers,
  } = value.spec ?? {};
  if (value.metadata.name !== 'cluster') {
    findings.push({
      path: ['metadata', 'name'],
      verdict: 'admission',
      message: `The ClusterConfig is named ${value.metadata.name}, but there is only one, cluster.`,
      cure: 'Name it cluster.',
    });
  }
  const calendar = readClusterWindows(promotionWindows);
  const { name, email } = gitClient ?? {};
  return {
    config: {
      promotionWindows: calendar.windows,
      ...(gitClient && { gitClient: { name, email } }),
    },
    findings: [
      ...findings,
      ...calendar.findings,
      ...receiverFindings(webhookReceivers ?? []),
    ],
  };
}

/** Beside the pipeline of one project it speaks for that project alone, so who commits is not its business. */
export function notUsedHere(document: ManifestDocument): Finding[] {
  const { spec } = document.value;
  return spec && typeof spec === 'object' && 'gitClient' in spec
    ? [
        {
          path: ['spec', 'gitClient'],
          atKey: true,
          severity: 'warning',
          message: 'gitClient of a definition is not used.',
          cure: 'Set name, address and signing key of commits in the configuration of Stevedore.',
        },
      ]
    : [];
}
