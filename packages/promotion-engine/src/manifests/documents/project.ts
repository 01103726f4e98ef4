import { z } from 'zod';
import {
  PromotionPolicy,
  StageSelector,
  StageWindow,
} from '../../model/definition';
import { Finding, ManifestDocument } from '../document';
import { Path } from '../path';
import { readShape } from '../shape';
import { LabelSelectorFields, objectShape, ResourceName, rule } from './common';
import { Links, Windows } from './links';
import { patternFault } from './patterns';
import { readPromotionWindows } from './promotion-windows';
import { receiverFindings, Receivers } from './receivers';

const ONE_SELECTOR = rule(
  'A promotion policy has exactly one of stage and stageSelector.',
  {
    cure: 'Keep stageSelector and remove stage, or the other way round.',
  },
);

const phases = <const P extends [string, ...string[]]>(
  known: P,
  unset: P[number][],
) => z.array(z.enum(known)).max(2).default(unset);

const Policy = z
  .strictObject({
    stage: ResourceName.optional(),
    stageSelector: z
      .strictObject({ name: z.string().optional(), ...LabelSelectorFields })
      .optional(),
    autoPromotionEnabled: z.boolean().default(false),
    autoRollback: z
      .strictObject({
        onPromotion: phases(['Failed', 'Errored'], []),
        onVerification: phases(['Failed', 'Error'], ['Failed']),
      })
      .optional(),
  })
  .refine(
    policy =>
      (policy.stage === undefined) !== (policy.stageSelector === undefined),
    ONE_SELECTOR,
  );

const Policies = z.array(Policy).default([]);

const ProjectShape = objectShape(z.unknown().optional());
const ConfigShape = objectShape(
  z
    .strictObject({
      promotionPolicies: Policies,
      webhookReceivers: Receivers,
      freightLinks: Links,
      stageLinks: Links,
      promotionWindows: Windows,
    })
    .optional(),
);

export interface PolicyEntry {
  policy: PromotionPolicy;
  document: ManifestDocument;
  path: Path;
}

export interface PoliciesResult {
  entries: PolicyEntry[];
  findings: Finding[];
}

/** A Project is only a name; what older versions of Kargo had in it is in a ProjectConfig now. */
export function readProject(document: ManifestDocument): Finding[] {
  const { value, findings } = readShape(ProjectShape, document.value);
  if (value?.spec !== undefined) {
    findings.push({
      path: ['spec'],
      atKey: true,
      verdict: 'admission',
      message: 'There is no field spec in a Project.',
      cure: `Move its promotionPolicies to the spec of a ProjectConfig named ${document.name}.`,
    });
  }
  if (document.name === 'default') {
    findings.push({
      path: ['metadata', 'name'],
      verdict: 'admission',
      message:
        'A Project owns the namespace of its name, and default belongs to Kubernetes.',
      cure: 'Choose another name.',
    });
  }
  return findings;
}

export function readProjectConfig(
  document: ManifestDocument,
): PoliciesResult & { windows: StageWindow[] } {
  const { value, findings } = readShape(ConfigShape, document.value);
  const result = readPolicies(document, value?.spec?.promotionPolicies ?? []);
  if (
    value &&
    document.namespace !== undefined &&
    document.namespace !== document.name
  ) {
    result.findings.push({
      path: ['metadata', 'name'],
      verdict: 'admission',
      message: `The ProjectConfig is named ${document.name}, but its namespace is ${document.namespace}.`,
      cure: `Name it ${document.namespace}, as the project.`,
    });
  }
  const calendar = readPromotionWindows(value?.spec?.promotionWindows ?? []);
  return {
    ...result,
    windows: calendar.windows,
    findings: [
      ...findings,
      ...result.findings,
      ...calendar.findings,
      ...receiverFindings(value?.spec?.webhookReceivers ?? []),
    ],
  };
}

function readPolicies(
  document: ManifestDocument,
  policies: z.infer<typeof Policies>,
): PoliciesResult {
  const entries: PolicyEntry[] = [];
  const findings: Finding[] = [];
  const exactNames = new Map<string, number>();
  policies.forEach(
    ({ stage, stageSelector, autoPromotionEnabled, autoRollback }, index) => {
      const path: Path = ['spec', 'promotionPolicies', index];
      const selector: StageSelector = stageSelector ?? { name: stage };
      const namePath = stageSelector
        ? [...path, 'stageSelector', 'name']
        : [...path, 'stage'];
      const fault =
        selector.name === undefined ? undefined : patternFault(selector.name);
      if (fault) {
        findings.push({ path: namePath, verdict: 'admission', ...fault });
      }
      const name = selector.name;
      if (name && exactNames.has(name) && !name.includes(':')) {
        findings.push({
          path: namePath,
          verdict: 'admission',
          message: `There is a policy for stage ${name} already, at spec.promotionPolicies[${exactNames.get(
            name,
          )}].`,
          cure: 'Remove one of the two.',
        });
      } else if (name !== undefined) {
        exactNames.set(name, index);
      }
      entries.push({
        policy: {
          selector,
          autoPromotionEnabled,
          ...(autoRollback && { autoRollback }),
        },
        document,
        path: namePath,
      });
    },
  );
  return { entries, findings };
}
