import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildPromotion } from '../decide/buildPromotion';
import { freightId } from '../decide/freightId';
import { Project } from '../model/definition';
import { builtInKinds } from '../registry/builtInKinds';
import { readOptionsOf } from '../registry/readOptionsOf';
import { createRegistry } from '../registry/registry';
import { readManifests } from './read-manifests';

const FOLDER = join(__dirname, '__fixtures__');
const FILES = readdirSync(FOLDER);
const { steps, unavailableSteps, ...options } = readOptionsOf(
  createRegistry(builtInKinds()),
);
/** The language holds all of Kargo's steps, whichever of them run here. */
const everyStep = { ...options, steps: { ...unavailableSteps, ...steps } };

function textOf(file: string): string {
  return readFileSync(join(FOLDER, file), 'utf8');
}
function read(file: string, text = textOf(file)) {
  return readManifests([{ name: file, text }], everyStep);
}

/** Everything that a definition promises about itself when it is accepted. */
function stepsOfStages(project: Project) {
  return project.stages.map(stage => {
    const origin = stage.requestedFreight[0].origin;
    const nothing = { commits: [], images: [], charts: [], artifacts: [] };
    const { steps: made } = buildPromotion({
      project,
      stage,
      freight: {
        name: freightId(origin, nothing),
        alias: '',
        origin,
        discoveredAt: '2026-01-01T00:00:00Z',
        createdBy: '',
        ...nothing,
      },
      approvals: [],
      ulid: '01K00000000000000000000000',
      pins: { now: '', seed: '', inputs: {} },
      automatic: false,
    });
    return [stage.name, made.map(({ as }) => as)];
  });
}

describe('whole pipelines', () => {
  it.each(FILES)('%s is admitted and compiles', file => {
    const { project, problems } = read(file);
    expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(project?.stages.length).toBeGreaterThan(0);
  });

  it('the quickstart compiles without a warning, to the steps of its task', () => {
    const { project, problems } = read('quickstart.yaml');
    expect(problems).toEqual([]);
    const aliases = [1, 2, 'update', 4, 'commit', 6].map(each =>
      typeof each === 'number' ? `render::step-${each}` : `render::${each}`,
    );
    expect(stepsOfStages(project!)).toEqual([
      ['test', aliases],
      ['uat', aliases],
      ['prod', aliases],
    ]);
  });

  it('documents may stand in any order', () => {
    for (const file of FILES) {
      const documents = textOf(file).split(/^---$/m);
      const backwards = read(file, documents.reverse().join('\n---\n'));
      const names = ({ project }: typeof backwards) =>
        project?.stages.map(({ name }) => name).sort();
      expect(names(backwards)).toEqual(names(read(file)));
    }
  });

  it.each<[string, string, string, 'admission' | 'runnable', RegExp, string?]>([
    [
      'quickstart.yaml',
      'constraint: ^1',
      'constraint: ^^1',
      'admission',
      /range/,
    ],
    [
      'quickstart.yaml',
      'discoveryLimit: 5',
      'discoveryLimit: 500',
      'admission',
      /At most 100|too large/,
    ],
    [
      'quickstart.yaml',
      'promotionPolicies',
      'promotionPolices',
      'admission',
      /no field/,
    ],
    [
      'quickstart.yaml',
      'uses: git-clear',
      'uses: git-clean',
      'runnable',
      /no step git-clean/,
    ],
    [
      'quickstart.yaml',
      'outPath: ./out',
      'outpath: ./out',
      'runnable',
      /Did you mean outPath/,
    ],
    [
      'quickstart.yaml',
      'tag: ${{ imageFrom(',
      'tag: ${{ imageFrm(',
      'runnable',
      /no function imageFrm/,
    ],
    [
      'quickstart.yaml',
      '${{ ctx.stage }}\n            create',
      '${{ ctx.stage\n            create',
      'runnable',
      /does not parse/,
    ],
    [
      'quickstart.yaml',
      '          as: render\n---',
      '          as: task-9\n---',
      'admission',
      /reserved/,
    ],
    [
      'quickstart.yaml',
      '            name: render\n',
      '            name: rendr\n',
      'runnable',
      /no PromotionTask rendr/,
    ],
    [
      'quickstart.yaml',
      '          - uat\n',
      '          - uta\n',
      'runnable',
      /no Stage uta/,
    ],
    [
      'fan-out.yaml',
      'regex:^canary-',
      'regex:^canary-(',
      'admission',
      /regular expression/,
    ],
    [
      'fan-out.yaml',
      "name: 'regex:",
      "name: 're:",
      'admission',
      /kind of pattern/,
    ],
    [
      'fan-out.yaml',
      'interval: 2m30s',
      'interval: 2d',
      'admission',
      /duration/,
    ],
    [
      'fan-out.yaml',
      'requiredSoakTime: 1h30m',
      'requiredSoakTime: 1h30',
      'admission',
      /duration/,
    ],
    [
      'fan-out.yaml',
      'availabilityStrategy: All',
      'availabilityStrategy: Both',
      'admission',
      /Both/,
    ],
    [
      'fan-out.yaml',
      'sources: { stages: [gate] }',
      'sources: { stages: [gate], requiredSoakTime: 1h }',
      'runnable',
      /never soaks/,
    ],
    [
      'fan-out.yaml',
      'stages: [europe]',
      'stages: [europe, gate]',
      'admission',
      /exactly one upstream/,
      'MatchUpstream',
    ],
    [
      'fan-out.yaml',
      'stages: [europe]',
      'stages: [gate]',
      'runnable',
      /MatchUpstream never matches/,
      'MatchUpstream',
    ],
    [
      'fan-out.yaml',
      'platform: linux/arm64',
      'platform: linux',
      'admission',
      /platform/,
    ],
    ['fan-out.yaml', "'^main-'", "'^main-('", 'runnable', /regular expression/],
    [
      'multiple-origins.yaml',
      'branch: main\n        includePaths',
      'branch: ma in\n        includePaths',
      'admission',
      /branch/,
    ],
    [
      'multiple-origins.yaml',
      'semverConstraint: ~7.1',
      'semverConstraint: about 7',
      'admission',
      /range/,
    ],
    [
      'multiple-origins.yaml',
      'name: store\n        semver',
      'names: store\n        semver',
      'runnable',
      /Did you mean name/,
    ],
    [
      'multiple-origins.yaml',
      'name: store\n        semver',
      'semver',
      'admission',
      /name is needed/,
      'repoURL: https://charts',
    ],
    [
      'multiple-origins.yaml',
      "startsWith 'chore')",
      "startsWith 'chore'",
      'runnable',
      /does not parse/,
    ],
    [
      'multiple-origins.yaml',
      "if: ${{ status('commit') == 'Succeeded' }}",
      'if: ${{ 1 + 1 }}',
      'runnable',
      /always 2/,
    ],
    [
      'multiple-origins.yaml',
      'errorThreshold: 3',
      'errorThreshold: three',
      'admission',
      /whole number|number/,
    ],
    [
      'multiple-origins.yaml',
      'analysisTemplates: [{ name: smoke }]',
      'analysisTemplates: [{ name: smok }]',
      'runnable',
      /no AnalysisTemplate smok/,
    ],
    [
      'platform.yaml',
      'vars: [{ name: text, value',
      'vars: [{ name: txt, value',
      'runnable',
      /variable text/,
      'task:',
    ],
    [
      'platform.yaml',
      'kind: ClusterPromotionTask }',
      'kind: ClusterTask }',
      'admission',
      /ClusterTask/,
    ],
    ['platform.yaml', 'tag: 3.2.1', 'tag: 3.2', 'admission', /text/],
    [
      'platform.yaml',
      '{ repoURL: registry.example.com/tools/cli, tag',
      '{ repoURL: registry.example.com/tools/cmd, tag',
      'admission',
      /does not subscribe/,
    ],
    [
      'platform.yaml',
      'metadata: { name: cluster }',
      'metadata: { name: main }',
      'admission',
      /only one, cluster/,
    ],
    ['platform.yaml', 'action: Refresh', 'action: Renew', 'admission', /Renew/],
    [
      'platform.yaml',
      'kind: Project\nmetadata: { name: tools }',
      'kind: Project\nmetadata: { name: Tools }',
      'admission',
      /name/,
    ],
  ])(
    '%s with %j for %j… is refused there (%s)',
    (file, from, to, verdict, says, ...more) => {
      const [place] = more;
      const text = textOf(file);
      expect(text).toContain(from);
      const at = text.indexOf(from);
      const faulty = text.slice(0, at) + to + text.slice(at + from.length);
      const { project, problems } = read(file, faulty);
      const differs = [...from].findIndex((char, index) => char !== to[index]);
      const line = faulty
        .slice(0, place ? faulty.lastIndexOf(place) : at + differs)
        .split('\n').length;
      expect(project).toBeUndefined();
      const errors = problems.filter(({ severity }) => severity === 'error');
      expect(errors).toContainEqual(
        expect.objectContaining({
          verdict,
          position: expect.objectContaining({ line }),
        }),
      );
      expect(
        errors.map(({ message, cure }) => `${message} ${cure}`).join('\n'),
      ).toMatch(says);
    },
  );
});
