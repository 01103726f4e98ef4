import { formatOf, OutputFormat, readOutput } from './readOutput';

it.each<[OutputFormat, string, Record<string, unknown>]>([
  ['JSON', '{"url":"https://a"}', { url: 'https://a' }],
  ['JSON', '[1]', { output: [1] }],
  ['YAML', 'a: 1\nb: [2]\n', { a: 1, b: [2] }],
  ['KeyValue', '# why\na=1\n\n b = x=y\n', { a: '1', b: ' x=y' }],
  ['Text', 'done\n', { output: 'done\n' }],
])('reads %s: %j', (format, text, output) => {
  expect(readOutput(text, format)).toEqual(output);
});

it.each<[OutputFormat, string, string]>([
  ['JSON', '{', 'is no JSON'],
  ['YAML', 'a: [', 'is no YAML'],
  ['KeyValue', 'a=1\nnothing', 'no key=value: nothing'],
])('says what is wrong with %s: %j', (format, text, says) => {
  expect(() => readOutput(text, format)).toThrow(says);
});

it.each([
  [undefined, 'KeyValue'],
  ['/out/result', 'KeyValue'],
  ['/out/result.json', 'JSON'],
  ['/out/result.YML', 'YAML'],
  ['/out/json', 'KeyValue'],
])('takes %s for %s', (path, format) => {
  expect(formatOf(path)).toBe(format);
});
