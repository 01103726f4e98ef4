/** A pipeline of one stage, dev, up to what its promotions do: tests add `promotionTemplate`, and what else they need. */
export const ONE_STAGE = `apiVersion: kargo.akuity.io/v1alpha1
kind: Project
metadata: {name: web}
---
apiVersion: kargo.akuity.io/v1alpha1
kind: Warehouse
metadata: {name: web, namespace: web}
spec: {subscriptions: [{image: {repoURL: localhost:1/web}}]}
---
apiVersion: kargo.akuity.io/v1alpha1
kind: Stage
metadata: {name: dev, namespace: web}
spec:
  requestedFreight: [{origin: {kind: Warehouse, name: web}, sources: {direct: true}}]
`;
