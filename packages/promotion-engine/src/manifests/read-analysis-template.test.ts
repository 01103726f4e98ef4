import { z } from 'zod';
import { readManifests } from './read-manifests';
import { testOptions } from './__testUtils__/testOptions';
import { PROJECT, stage } from './__testUtils__/delivery';

describe('an AnalysisTemplate', () => {
  const template = (spec: string) => `---
apiVersion: argoproj.io/v1alpha1
kind: AnalysisTemplate
metadata: {name: check, namespace: shop}
spec: ${spec}
`;
  const used = '  verification: {analysisTemplates: [{name: check}]}\n';
  const readWith = (spec: string) =>
    readManifests(
      [
        {
          name: 'delivery.yaml',
          text: PROJECT + stage('dev', undefined, used) + template(spec),
        },
      ],
      {
        ...testOptions,
        verifiers: { web: z.strictObject({ url: z.string() }) },
      },
    );
  const metric = (parts: string) =>
    `{metrics: [{name: a, ${parts}, provider: {web: {url: "http://a"}}}]}`;

  it('keeps what arguments are to fill in', () => {
    const { project, problems } = readWith(
      '{args: [{name: times, value: "3"}], dryRun: [{metricName: a}], measurementRetention: [{metricName: a, limit: 5}], metrics: [{name: a, count: "{{args.times}}", interval: "{{ args.times }}s", failureLimit: "2", provider: {web: {url: "http://a"}}}]}',
    );
    expect(problems).toEqual([]);
    expect(project?.analysisTemplates[0]).toMatchObject({
      dryRun: ['a'],
      metrics: [
        {
          count: '{{args.times}}',
          intervalMs: '{{ args.times }}s',
          failureLimit: 2,
        },
      ],
    });
  });

  it.each<[string, string]>([
    [metric('count: x'), 'no whole number'],
    [metric('interval: soon'), 'no duration'],
    [metric('count: 2'), 'needs an interval'],
    ['{metrics: [{name: a, provider: {}}]}', 'this one has 0'],
    ['{metrics: [{name: a, provider: {web: {uri: x}}}]}', 'no field uri'],
    [
      '{metrics: [{name: a, provider: {job: {}}}]}',
      'Nothing here measures with the provider job',
    ],
    ['{metrics: [{name: a, provider: {wep: {}}}]}', 'There is no provider wep'],
    [
      '{args: [{name: h, valueFrom: {podTemplateHashValue: Latest}}], metrics: [{name: a, provider: {web: {url: x}}}]}',
      'Only an analysis in a cluster',
    ],
    [
      '{templates: [{templateName: other}]}',
      'there is no AnalysisTemplate other',
    ],
    [
      '{args: [{name: h}], metrics: [{name: a, provider: {web: {url: x}}}]}',
      'needs the argument h',
    ],
  ])('%s: %s', (spec, says) => {
    const { problems } = readWith(spec);
    expect(problems.map(({ message }) => message).join('\n')).toContain(says);
  });
});
