import { HttpClient } from '../../../ports/runtime';
import { EngineWorld } from '../EngineWorld';
import { ada } from './people';
import { OpenStore, worldsOn } from './worldsOn';

const CALM = `apiVersion: argoproj.io/v1alpha1
kind: AnalysisTemplate
metadata: {name: calm, namespace: web}
spec:
  metrics:
  - {name: errors, successCondition: result.ok == true, provider: {web: {url: "http://localhost:1/calm", jsonPath: "{$}"}}}
`;

/** Gates that rest on what others say: tests, metrics, the platform. */
export function gateFactSuite(open: OpenStore): void {
  describe('gates that rest on facts', () => {
    const start = worldsOn(open);
    const ask = (world: EngineWorld, freight: string) =>
      world.engine.request({
        project: 'web',
        stage: 'dev',
        freight,
        actor: ada,
      });

    it('keep freight out until its tests have passed', async () => {
      const world = await start({
        stages: ['dev'],
        annotations: { dev: ['stevedore.dev/tests: "e2e, load"'] },
      });
      const { name: freight } = await world.release('1.0.0');
      await expect(ask(world, freight)).rejects.toThrow(
        'no result of e2e, load has come yet',
      );
      const report = (test: string, outcome: 'failed' | 'passed') =>
        world.gatekeeping.report({
          project: 'web',
          freight,
          result: { name: test, outcome },
          actor: { ref: 'component:external:ci', ownership: [] },
        });
      await report('load', 'passed');
      await report('e2e', 'failed');
      await expect(ask(world, freight)).rejects.toThrow(
        'e2e failed, component:external:ci reports',
      );
      await report('e2e', 'passed');
      const asked = await ask(world, freight);
      await world.queue.settle();
      expect((await world.promotion(asked.name)).phase).toBe('Succeeded');
      await expect(report('no name', 'passed')).rejects.toThrow(
        'is no name of a test',
      );
    });

    it('keep a promotion waiting while a metric is not good', async () => {
      let good = false;
      const http: HttpClient = {
        send: async () => ({
          status: 200,
          headers: {},
          body: `{"ok": ${good}}`,
        }),
      };
      const world = await start({
        stages: ['dev'],
        annotations: { dev: ['stevedore.dev/metrics: calm'] },
        documents: [CALM],
        http,
      });
      const freight = await world.release('1.0.0');
      const asked = await ask(world, freight.name);
      await world.queue.settle();
      expect((await world.promotion(asked.name)).phase).toBe('Pending');
      const [fact] = await world.store.metricFacts('web', 'dev');
      expect(fact).toMatchObject({
        template: 'calm',
        phase: 'Failed',
        message: expect.stringContaining('errors'),
      });
      const into = { project: 'web', stage: 'dev', freight: freight.name };
      const { first } = await world.gatekeeping.whatIf(into);
      expect(first).toMatchObject({
        gate: 'metrics',
        status: 'waiting',
        sentence: expect.stringContaining('calm is not good: errors'),
      });
      good = true;
      // it is measured again only after a while, so let that while be over
      const at = new Date(Date.parse(fact.at) - 60_000).toISOString();
      await world.store.saveMetricFact('web', 'dev', { ...fact, at });
      const key = { kind: 'promotion' as const, project: 'web' };
      await world.queue.enqueue({ ...key, name: asked.name });
      await world.queue.settle();
      expect((await world.promotion(asked.name)).phase).toBe('Succeeded');
    });

    it('refuse steps that the platform does not allow, and say what to add where', async () => {
      const where = 'stevedore.policies[0].steps';
      const world = await start({
        stages: ['dev'],
        rules: { steps: [{ allow: ['git-*'], where }] },
      });
      const freight = await world.release('1.0.0');
      await expect(ask(world, freight.name)).rejects.toThrow(
        `dev may not use the step yaml-update: add it to ${where} in app-config.yaml`,
      );
      expect(await world.promotions()).toEqual([]);
    });
  });
}
