import { APPLICATIONS, REFRESH } from '../argocd/application';
import { app, argocdOn, ref, REPO, update } from './argocdOn';
import { TestCluster } from './TestCluster';

/** What `argocd-update` writes into sources, on whatever cluster. */
export function argocdSourcesSuite(open: () => Promise<TestCluster>): void {
  const { on, start } = argocdOn(open);

  it('looks at the sources of every Application before it touches any', async () => {
    const second = { ...ref, name: 'web-second' };
    const source = { repoURL: 'https://else.dev/x' };
    await on.cluster.create(APPLICATIONS, app());
    await on.cluster.create(
      APPLICATIONS,
      app({
        metadata: { ...app().metadata, ...second },
        spec: { ...app().spec, source },
      }),
    );
    await start([update('', 'selector: {matchLabels: {app: web}}')]);
    await on.world.engine.release('1.0.0');
    const { message } = await on.world.ended('prod', 'Errored');
    expect(message).toContain(`it has no source ${REPO}`);
    const { operation, metadata } = await on.argocd.read('argocd', ref.name);
    expect([on.argocd.syncs, operation]).toEqual([[], undefined]);
    expect(metadata.annotations).not.toHaveProperty([REFRESH]);
    await on.cluster.remove(APPLICATIONS, second.namespace, second.name);
  });

  it('sets images and revisions of several sources, of all that a selector chooses', async () => {
    const chart = { repoURL: 'https://charts.acme.dev', chart: 'web' };
    const spec = {
      ...app().spec,
      source: undefined,
      sources: [{ repoURL: REPO, targetRevision: 'main' }, chart],
    };
    await on.cluster.create(APPLICATIONS, app({ spec }));
    await start([
      `{uses: argocd-update, as: sync, config: {apps: [{selector: {matchLabels: {app: web}}, sources: [{repoURL: "${REPO}", kustomize: {images: [{repoURL: acme/web, tag: "\${{ imageFrom('localhost:1/web').Tag }}"}]}}, {repoURL: "${chart.repoURL}", chart: web, desiredRevision: 1.2.3, updateTargetRevision: true}]}]}}`,
    ]);
    on.argocd.head = () => ['any', '1.2.3'];
    await on.world.engine.release('1.0.0');
    await on.world.ended('prod', 'Succeeded');
    const { spec: after } = await on.argocd.read('argocd', 'web-prod');
    expect(after!.sources).toEqual([
      {
        repoURL: REPO,
        targetRevision: 'main',
        kustomize: { images: ['acme/web:1.0.0'] },
      },
      { ...chart, targetRevision: '1.2.3' },
    ]);
    expect(after).not.toHaveProperty('source');
    expect(on.argocd.syncs[0].operation!.sync).toMatchObject({
      revisions: ['main', '1.2.3'],
    });
    expect((await on.world.health('prod'))!.status).toBe('Healthy');
  });

  it('says which source is missing, and touches none', async () => {
    await on.cluster.create(
      APPLICATIONS,
      app({
        spec: { ...app().spec, source: { repoURL: 'https://else.dev/x' } },
      }),
    );
    await start([update()]);
    await on.world.engine.release('1.0.0');
    const { message } = await on.world.ended('prod', 'Errored');
    expect(message).toContain(`it has no source ${REPO}`);
    expect(on.argocd.syncs).toEqual([]);
  });
}
