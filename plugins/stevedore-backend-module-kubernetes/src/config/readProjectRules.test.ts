import { ConfigReader } from '@backstage/config';
import { readProjectRules } from './readProjectRules';

const read = (...projects: object[]) =>
  readProjectRules(
    new ConfigReader({ kargo: { projects } }),
    name => name === 'eu',
  );
const rule = { cluster: 'eu', mode: 'beside', entity: 'component:{project}' };

describe('rules that map projects', () => {
  it('are none where none are written', () => {
    expect(readProjectRules(undefined, () => true)).toEqual([]);
    expect(read()).toEqual([]);
  });

  it('are for all projects unless they say which', () => {
    const labelled = { ...rule, label: 'a', entity: '{label}', match: 'x-*' };
    expect(read(rule, labelled)).toEqual([
      { ...rule, match: '*', label: undefined },
      labelled,
    ]);
  });

  it.each([
    [{ cluster: 'us' }, 'there is no cluster "us"'],
    [{ mode: 'both' }, 'mode is beside or definitions, not "both"'],
    [
      { entity: '{label}' },
      '"{label}" asks for a label, and the rule names none',
    ],
  ])('say what is wrong with them: %j', (wrong, sentence) => {
    expect(() => read({ ...rule, ...wrong })).toThrow(
      `stevedore.kubernetes.kargo.projects: ${sentence}`,
    );
  });
});
