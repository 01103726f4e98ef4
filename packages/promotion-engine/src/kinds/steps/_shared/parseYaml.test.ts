import { parseYaml } from './parseYaml';

describe('parseYaml', () => {
  it.each([
    [
      'the words of YAML 1.1',
      'a: yes\nb: off\nc: ~\n',
      { a: true, b: false, c: null },
    ],
    ['octal numbers', 'a: 010\nb: 0o10\n', { a: 8, b: '0o10' }],
    [
      'dates as texts',
      'a: 2024-01-02\nb: 1:30\n',
      { a: '2024-01-02', b: '1:30' },
    ],
    [
      'merges',
      'a: &a {x: 1}\nb: {<<: *a, z: 2}\n',
      { a: { x: 1 }, b: { x: 1, z: 2 } },
    ],
    ['the first document', 'a: 1\n---\nb: 2\n', { a: 1 }],
    ['nothing', '', undefined],
  ])('reads %s', (_, text, expected) => {
    expect(parseYaml(text)).toEqual(expected);
  });

  it('refuses aliases that multiply without end', () => {
    const lines = ['a0: &a0 [x, x, x, x, x, x, x, x, x]'];
    for (let n = 1; n < 9; n += 1) {
      const aliases = Array(9)
        .fill(`*a${n - 1}`)
        .join(', ');
      lines.push(`a${n}: &a${n} [${aliases}]`);
    }
    expect(() => parseYaml(lines.join('\n'))).toThrow('Excessive alias count');
  });

  it('says what is wrong', () => {
    expect(() => parseYaml('a: [1\n')).toThrow(
      'the file cannot be read as YAML: ',
    );
  });
});
