import { WEB } from '../web';

/** Who acts in random histories, with the groups that the catalog knows them in. */
export const CAST: Record<string, string[]> = {
  'user:default/ada': ['group:default/web'],
  'user:default/otto': ['group:default/web'],
  'user:default/rhea': ['group:default/release-managers'],
  'user:default/ravi': ['group:default/release-managers'],
  'user:default/mallory': [],
};

export const PEOPLE = Object.keys(CAST);
export const OWNERS = ['group:default/web'];

/** What prod wants: people of each group, none of whom asked, and for a rollback one release manager. */
export const NEEDS = {
  promotion: ['group:default/release-managers', 'group:default/web'],
  rollback: ['group:default/release-managers'],
};
export const SOAK_MS = 10 * 60_000;

/** Three stages: dev promotes itself, staging is verified and goes back by itself, prod wants people and a soak. */
export const PIPELINE = `${WEB}---
apiVersion: kargo.akuity.io/v1alpha1
kind: ProjectConfig
metadata: {name: web, namespace: web}
spec:
  promotionPolicies:
  - {stage: dev, autoPromotionEnabled: true, autoRollback: {onPromotion: [Failed, Errored]}}
  - {stage: staging, autoPromotionEnabled: true, autoRollback: {}}
---
apiVersion: argoproj.io/v1alpha1
kind: AnalysisTemplate
metadata: {name: smoke, namespace: web}
spec:
  args: [{name: version}]
  metrics:
  - {name: answers, successCondition: result.ok == true, provider: {web: {url: "http://check/{{args.version}}", jsonPath: "{$}"}}}
${stage('dev', 'direct: true')}
${stage(
  'staging',
  'stages: [dev]',
)}  verification: {analysisTemplates: [{name: smoke}], args: [{name: version, value: "\${{ quote(imageFrom('localhost:1/web').Tag) }}"}]}
${stage(
  'prod',
  'stages: [staging], requiredSoakTime: 10m',
  `annotations:
    stevedore.dev/approvals: 1 of group:default/release-managers + 1 of owner, not requester
    stevedore.dev/rollback-approvals: 1 of group:default/release-managers, not requester`,
)}`;

function stage(name: string, sources: string, annotations = ''): string {
  return `---
apiVersion: kargo.akuity.io/v1alpha1
kind: Stage
metadata:
  name: ${name}
  namespace: web
  ${annotations}
spec:
  requestedFreight: [{origin: {kind: Warehouse, name: web}, sources: {${sources}}}]
  promotionTemplate: {spec: {steps: [{uses: test-post, config: {idempotent: true, url: "http://deploy/\${{ ctx.stage }}/\${{ imageFrom('localhost:1/web').Tag }}"}}]}}
`;
}
