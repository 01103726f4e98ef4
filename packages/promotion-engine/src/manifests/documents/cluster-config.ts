import { z } from 'zod';
import { Finding, ManifestDocument } from '../document';
import { readShape } from '../shape';
import { objectShape } from './common';
import { Links, Windows } from './links';
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

/** What an operator says for a whole cluster; here the platform's configuration says it. */
export function readClusterConfig(document: ManifestDocument): Finding[] {
  const { value, findings } = readShape(Shape, document.value);
  if (!value) return findings;
  if (value.metadata.name !== 'cluster') {
    findings.push({
      path: ['metadata', 'name'],
      verdict: 'admission',
      message: `The ClusterConfig is named ${value.metadata.name}, but there is only one, cluster.`,
      cure: 'Name it cluster.',
    });
  }
  if (value.spec?.gitClient) {
    findings.push({
      path: ['spec', 'gitClient'],
      atKey: true,
      severity: 'warning',
      message: 'gitClient of a definition is not used.',
      cure: 'Set name, address and signing key of commits in the configuration of Stevedore.',
    });
  }
  return [
    ...findings,
    ...windowsFinding(value.spec?.promotionWindows),
    ...receiverFindings(value.spec?.webhookReceivers ?? []),
  ];
}

/** A window that is not enforced would be worse than none. */
function windowsFinding(windows: readonly unknown[] = []): Finding[] {
  return windows.length === 0
    ? []
    : [
        {
          path: ['spec', 'promotionWindows'],
          atKey: true,
          message: 'promotionWindows of a ClusterConfig are not enforced here.',
          cure: 'Write them in the ProjectConfig of each project.',
        },
      ];
}
