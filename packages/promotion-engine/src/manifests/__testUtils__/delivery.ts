import { readManifests } from '../read-manifests';
import { testOptions } from './testOptions';

/** A project and a warehouse; a definition lacks its stages. */
export const PROJECT = `apiVersion: kargo.akuity.io/v1alpha1
kind: Project
metadata:
  name: shop
---
apiVersion: kargo.akuity.io/v1alpha1
kind: Warehouse
metadata: {name: web, namespace: shop}
spec:
  subscriptions:
  - image: {repoURL: ghcr.io/acme/web, constraint: ^1.0.0}
`;

/** A stage of them, as a document of its own. */
export function stage(
  name: string,
  rest = 'sources: {direct: true}',
  more = '',
): string {
  return `---
apiVersion: kargo.akuity.io/v1alpha1
kind: Stage
metadata:
  name: ${name}
  namespace: shop
spec:
  requestedFreight:
  - origin: {kind: Warehouse, name: web}
    ${rest}
  promotionTemplate:
    spec:
      steps:
      - uses: git-clone
        config: {repoURL: "https://git.acme.dev/deploy"}
${more}`;
}

/** Reads one file. */
export const read = (text: string) =>
  readManifests([{ name: 'delivery.yaml', text }], testOptions);
