import type { FreightCollection } from '../../model/freight';
import { NeedsFact } from '../errors';
import { evaluate } from '../evaluate';
import { parseExpression } from '../parseExpression';
import { evaluateTemplate } from '../template/evaluateTemplate';
import { INT, STRING } from '../types/staticType';
import { analysisFunctions } from './analysis';
import { defineFunction } from './defineFunction';
import { joinFunctions } from './definition';
import { factFunctions, factKey } from './facts';
import { freightFunctions } from './freight';
import { kargoFunctions } from './kargo';

const item = (warehouse: string, tag: string) => ({
  name: warehouse,
  origin: { kind: 'Warehouse' as const, name: warehouse },
  images: [
    {
      repoURL: `ghcr.io/acme/${warehouse}`,
      tag,
      digest: 'sha256:1',
      annotations: { a: 'b' },
    },
    { repoURL: 'ghcr.io/acme/shared', tag, digest: 'sha256:2' },
  ],
  commits: [{ repoURL: `https://git.acme.dev/${warehouse}`, id: 'c0ffee' }],
  charts: [
    { repoURL: 'https://charts.acme.dev', name: warehouse, version: '7.0.1' },
    { repoURL: `oci://ghcr.io/charts/${warehouse}`, version: '8.0.0' },
  ],
  artifacts: [
    {
      artifactType: 'x',
      subscriptionName: `sub-${warehouse}`,
      version: '9',
      metadata: { by: 'ci' },
    },
  ],
});

const collection: FreightCollection = {
  id: 'id',
  items: {
    'Warehouse/web': item('web', '1.1.0'),
    'Warehouse/api': item('api', '2.2.0'),
  },
};

const functions = joinFunctions(kargoFunctions, freightFunctions(collection));
const valueOf = (text: string) =>
  evaluate(parseExpression(text), {}, { functions });

describe('what is looked up in the freight of a promotion', () => {
  it.each([
    ['imageFrom("ghcr.io/acme/web").Tag', '1.1.0'],
    ['imageFrom("ghcr.io/acme/web").Annotations["a"]', 'b'],
    ['imageFrom("ghcr.io/acme/web").Annotations["none"]', ''],
    ['imageFrom("ghcr.io/acme/none")', null],
    ['imageFrom("ghcr.io/acme/none")?.Tag ?? "latest"', 'latest'],
    ['imageFrom("ghcr.io/acme/shared", warehouse("api")).Tag', '2.2.0'],
    ['imageFrom("ghcr.io/acme/web", warehouse("api"))', null],
    ['commitFrom("https://git.acme.dev/web.git").ID', 'c0ffee'],
    ['commitFrom("https://git.acme.dev/web").Message', ''],
    ['chartFrom("https://charts.acme.dev", "api").Version', '7.0.1'],
    ['chartFrom("oci://ghcr.io/charts/web").Version', '8.0.0'],
    [
      'chartFrom("oci://ghcr.io/charts/web", warehouse("web")).Version',
      '8.0.0',
    ],
    ['chartFrom("https://charts.acme.dev", "web", warehouse("api"))', null],
    ['artifactFrom("sub-web").Metadata.by', 'ci'],
  ])('%s', (expression, value) => {
    expect(valueOf(expression)).toBe(value);
  });

  it.each([
    ['imageFrom("ghcr.io/acme/shared")', 'comes from more than one warehouse'],
    ['imageFrom("ghcr.io/acme/web").tag', 'has no field tag'],
    ['imageFrom()', 'not enough arguments'],
    ['imageFrom("a", "web")', 'cannot use string'],
    ['chartFrom("a", 1)', 'must be a warehouse'],
    ['imageFrom(nothing)', 'expected a string'],
  ])('%s is an error: %s', (expression, message) => {
    expect(() => valueOf(expression)).toThrow(message);
  });

  it('stands in templates as JSON', () => {
    expect(
      evaluateTemplate(
        '${{ commitFrom("https://git.acme.dev/web") }}',
        {},
        { functions },
      ),
    ).toEqual({ repoURL: 'https://git.acme.dev/web', id: 'c0ffee' });
  });
});

describe('what is kept elsewhere', () => {
  const known = new Map<string, unknown>([
    [factKey('secret', 'slack'), { token: 's3cret' }],
    [factKey('configMap', 'none'), undefined],
    [factKey('stageMetadata', 'dev'), { color: 'blue' }],
    [factKey('freightMetadata', 'gone'), undefined],
  ]);
  const lookUp = (text: string) =>
    evaluate(parseExpression(text), {}, { functions: factFunctions(known) });

  it.each([
    ['secret("slack").token', 's3cret'],
    ['secret("slack").other', ''],
    ['configMap("none")', {}],
    ['stageMetadata("dev").color', 'blue'],
    ['stageMetadata("dev").other', null],
  ])('%s', (expression, value) => {
    expect(lookUp(expression)).toEqual(value);
  });

  it.each([
    ['secret("other").token', 'secret', 'other'],
    ['sharedConfigMap("a")', 'sharedConfigMap', 'a'],
    ['freightStatus("f")', 'freightStatus', 'f'],
    ['secret(stageMetadata("dev").color)', 'secret', 'blue'],
  ])('%s needs a fact', (expression, kind, fact) => {
    expect(() => lookUp(expression)).toThrow(NeedsFact);
    expect(() => lookUp(expression)).toThrow(
      expect.objectContaining({ kind, fact }),
    );
  });

  it('says so when there is no such freight', () => {
    expect(() => lookUp('freightMetadata("gone")')).toThrow(
      'there is no freight "gone"',
    );
  });
});

describe('a value that is not known yet', () => {
  const environment = {
    outputs: {
      push: new NeedsFact({ kind: 'output', name: 'push' }),
      done: { a: 1 },
    },
  };
  const valueIn = (text: string) =>
    evaluate(parseExpression(text), environment);

  it.each([
    'outputs.push',
    'outputs.push.commit',
    'outputs.push?.commit ?? "none"',
    'outputs["push"] == nil',
    'get(outputs, "push")',
    'toJSON(outputs)',
    'string(outputs)',
    'asYAML(outputs)',
    'values(outputs)',
    'outputs == {}',
    'map(keys(outputs), outputs[#])',
  ])('%s needs it', expression => {
    const wanted = expression === 'outputs == {}' ? undefined : NeedsFact;
    if (wanted) expect(() => valueIn(expression)).toThrow(wanted);
    else expect(valueIn(expression)).toBe(false);
  });

  it.each([
    ['outputs.done.a', 1],
    ['keys(outputs)', ['done', 'push']],
    ['"push" in outputs', true],
    ['false ? outputs.push : 2', 2n],
  ])('%s does not', (expression, value) => {
    expect(valueIn(expression)).toEqual(value);
  });
});

describe('a function of a host', () => {
  const ticket = defineFunction('ticket', {
    parameters: [STRING, INT],
    optional: 1,
    result: STRING,
    call: ([project, number = 1n]) => `${project}-${number}`,
  });
  const call = (text: string) =>
    evaluate(parseExpression(text), {}, { functions: ticket });

  it('is called with checked arguments', () => {
    expect(call('ticket("WEB", 7)')).toBe('WEB-7');
    expect(call('ticket("WEB")')).toBe('WEB-1');
    expect(() => call('ticket(1)')).toThrow('cannot use int as argument');
    expect(() => call('ticket()')).toThrow('not enough arguments');
    expect(() => call('ticket("WEB") + 1')).toThrow('mismatched types');
  });
});

describe('conditions of an analysis', () => {
  it.each([
    ['asInt("42") == 42', true],
    ['asFloat("1.5") > 1', true],
    ['isNaN(result)', false],
    ['isInf(1 / 0)', true],
    ['isNil(result.absent)', true],
    ['default(result.absent, 3) == 3', true],
    ['result.code == 200 and "ok" in result.words', true],
  ])('%s', (expression, value) => {
    const result = { code: 200, words: ['ok'] };
    expect(
      evaluate(
        parseExpression(expression),
        { result },
        { functions: analysisFunctions },
      ),
    ).toBe(value);
  });

  it.each([
    ['asInt("x")', '"x" is no number'],
    ['asFloat(nil)', '<nil> is no number'],
    ['asInt(1 / 0)', 'Infinity is no whole number'],
  ])('%s is an error', (expression, message) => {
    expect(() =>
      evaluate(
        parseExpression(expression),
        {},
        { functions: analysisFunctions },
      ),
    ).toThrow(message);
  });
});
