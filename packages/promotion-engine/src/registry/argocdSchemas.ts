/** Configuration of the steps that a module with clusters runs; definitions are checked against it everywhere. */
export { argocdUpdateSchema } from '../kinds/steps/argocd-update/schema';
export type { ArgocdUpdateConfig } from '../kinds/steps/argocd-update/schema';
export { argocdWaitSchema } from '../kinds/steps/argocd-wait/schema';
export type { ArgocdWaitConfig } from '../kinds/steps/argocd-wait/schema';
