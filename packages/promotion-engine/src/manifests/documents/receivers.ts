import { z } from 'zod';
import { Finding } from '../document';
import { Path } from '../path';
import { LabelSelectorFields, ResourceName } from './common';

const SecretRef = z.strictObject({ name: z.string().default('') });
const Plain = z.strictObject({ secretRef: SecretRef }).optional();

const Criterion = z.strictObject({
  kind: z.enum(['Warehouse']),
  name: z.string().default(''),
  labelSelector: z.strictObject(LabelSelectorFields).default({}),
  indexSelector: z
    .strictObject({
      matchIndices: z
        .array(
          z.strictObject({
            key: z.enum(['subscribedURLs', 'receiverPaths']),
            operator: z.string(),
            value: z.string(),
          }),
        )
        .min(1)
        .optional(),
    })
    .default({}),
});

const Generic = z
  .strictObject({
    secretRef: SecretRef,
    actions: z
      .array(
        z.strictObject({
          action: z.enum(['Refresh']),
          whenExpression: z.string().optional(),
          parameters: z.record(z.string(), z.string()).optional(),
          targetSelectionCriteria: z.array(Criterion).min(1).optional(),
        }),
      )
      .min(1)
      .optional(),
  })
  .optional();

const Receiver = z.strictObject({
  name: ResourceName,
  artifactory: z
    .strictObject({
      secretRef: SecretRef,
      virtualRepoName: z.string().optional(),
    })
    .optional(),
  azure: Plain,
  bitbucket: Plain,
  dockerhub: Plain,
  generic: Generic,
  gitea: Plain,
  github: Plain,
  gitlab: Plain,
  harbor: Plain,
  quay: Plain,
});

/** Kargo: webhookReceivers of a ProjectConfig or the ClusterConfig. */
export const Receivers = z.array(Receiver).default([]);
type ReceiverValue = z.infer<typeof Receiver>;

const PATH: Path = ['spec', 'webhookReceivers'];

export function receiverFindings(receivers: ReceiverValue[]): Finding[] {
  const names = new Map<string, number>();
  const findings = receivers.flatMap((receiver, index) => {
    const path = [...PATH, index];
    const other = names.get(receiver.name);
    names.set(receiver.name, other ?? index);
    return [
      ...(other === undefined
        ? []
        : [
            problem(
              [...path, 'name'],
              `There is a receiver ${receiver.name} already, at spec.webhookReceivers[${other}].`,
              'Give each receiver its own name.',
            ),
          ]),
      ...typeFindings(receiver, path),
      ...criterionFindings(receiver, path),
    ];
  });
  if (receivers.length > 0) {
    findings.push({
      path: PATH,
      atKey: true,
      severity: 'warning',
      message:
        'webhookReceivers of a definition are not used: Stevedore receives events at the addresses of its own configuration.',
      cure: 'Nothing breaks; a short interval on the Warehouse makes up for it.',
    });
  }
  return findings;
}

/** Kargo does not count `harbor`, and lets a receiver without any type pass. */
function typeFindings(
  { name: _, harbor: __, ...types }: ReceiverValue,
  path: Path,
): Finding[] {
  const found = Object.keys(types).filter(
    type => types[type as keyof typeof types] !== undefined,
  );
  return found.length > 1
    ? [
        problem(
          path,
          `A receiver is of one type; this one has ${found.join(' and ')}.`,
          'Write one list entry per type.',
        ),
      ]
    : [];
}

function criterionFindings({ generic }: ReceiverValue, path: Path): Finding[] {
  return (generic?.actions ?? []).flatMap((action, position) =>
    (action.targetSelectionCriteria ?? []).flatMap(
      (criterion, index): Finding[] => {
        const { name, labelSelector, indexSelector } = criterion;
        const selects =
          name !== '' ||
          Object.keys(labelSelector.matchLabels ?? {}).length > 0 ||
          (labelSelector.matchExpressions ?? []).length > 0 ||
          indexSelector.matchIndices !== undefined;
        return selects
          ? []
          : [
              problem(
                [
                  ...path,
                  'generic',
                  'actions',
                  position,
                  'targetSelectionCriteria',
                  index,
                ],
                'A criterion needs a name, a labelSelector or an indexSelector.',
                'Say which Warehouses are meant.',
              ),
            ];
      },
    ),
  );
}

function problem(path: Path, message: string, cure: string): Finding {
  return { path, verdict: 'admission', message, cure };
}
