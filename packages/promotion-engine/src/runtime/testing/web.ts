/** A project and its warehouse; a definition lacks its stages. */
export const WEB = `apiVersion: kargo.akuity.io/v1alpha1
kind: Project
metadata: {name: web}
---
apiVersion: kargo.akuity.io/v1alpha1
kind: Warehouse
metadata: {name: web, namespace: web}
spec: {subscriptions: [{image: {repoURL: localhost:1/web}}]}
`;

/** Which of its stages promote themselves, as a document of its own. */
export function automatic(stages: string[]): string {
  const policies = stages.map(
    stage => `{stage: ${stage}, autoPromotionEnabled: true}`,
  );
  return `---
apiVersion: kargo.akuity.io/v1alpha1
kind: ProjectConfig
metadata: {name: web, namespace: web}
spec: {promotionPolicies: [${policies.join(', ')}]}
`;
}

/** A stage of it, up to what its promotions do, as a document of its own. */
export function webStage(name: string, sources = 'direct: true'): string {
  return `---
apiVersion: kargo.akuity.io/v1alpha1
kind: Stage
metadata: {name: ${name}, namespace: web}
spec:
  requestedFreight: [{origin: {kind: Warehouse, name: web}, sources: {${sources}}}]
`;
}
