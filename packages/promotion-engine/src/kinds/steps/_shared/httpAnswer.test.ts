import { HttpAnswer } from './httpAnswer';

const NOW = '2026-11-21T10:00:00Z';

function answer(
  body: string,
  type = 'application/json',
  asked?: 'application/json' | 'application/yaml' | 'text/plain',
): HttpAnswer {
  const headers = { 'content-type': type, 'x-request-id': 'r1' };
  return new HttpAnswer({ status: 200, headers, body }, NOW, asked);
}

describe('what expressions see of an answer', () => {
  it.each([
    ['{"a": {"b": [1, 2]}}', 'response.body.a.b[1]', 2],
    ['{}', 'response.status == 200 && response.status < 300', true],
    ['{}', 'response.status', 200],
    ['{}', 'response.header("X-Request-Id")', 'r1'],
    ['{}', 'response.header("x-none")', ''],
    ['{}', 'response.headers["X-Request-Id"][0]', 'r1'],
    ['{"a": 1}', 'response?.body?.b?.c ?? "none"', 'none'],
    ['[{"n": 1}, {"n": 2}]', 'filter(response.body, .n > 1)', [{ n: 2 }]],
    ['"text"', 'response.body', 'text'],
    ['null', 'response.body == nil', true],
    ['', 'response.body', {}],
    ['{}', 'now().Year()', 2026],
  ])('of %s, %s is %j', (body, expression, value) => {
    expect(answer(body).evaluate(expression)).toEqual(value);
  });

  it.each([
    ['a: 1\nb: [x]\n', 'application/yaml', undefined, { a: 1, b: ['x'] }],
    ['a: 1\n', 'text/yaml; charset=utf-8', undefined, { a: 1 }],
    ['{"a": 1}', 'text/plain', undefined, '{"a": 1}'],
    ['{"a": 1}', 'application/octet-stream', undefined, { a: 1 }],
    ['<p>', 'text/html', undefined, {}],
    ['{"a": 1}', 'text/plain', 'application/json' as const, { a: 1 }],
    ['a: 1', 'text/plain', 'application/yaml' as const, { a: 1 }],
    ['{"a": 1}', 'application/problem+json', undefined, { a: 1 }],
  ])('%j of %s, read as %s', (body, type, asked, value) => {
    expect(answer(body, type, asked).evaluate('response.body')).toEqual(value);
  });

  it('says what is wrong, and where', () => {
    expect(() => answer('{')).toThrow(
      /^the answer says it is JSON and is none/,
    );
    expect(() => answer('{}').holds('successExpression', '1')).toThrow(
      'successExpression: it must be true or false, and is 1',
    );
    expect(() => answer('{}').holds('failureExpression', '1 +')).toThrow(
      /^failureExpression: /,
    );
    const wanted = [{ name: 'n', fromExpression: 'response.nothing' }];
    expect(() => answer('{}').outputs(wanted)).toThrow(/^output n: /);
  });

  it('explains by an expression, and does without where that gives no text', () => {
    const { explanation } = HttpAnswer.prototype;
    const explain = (body: string, expression?: string) =>
      explanation.call(answer(body), expression);
    expect(explain('{"message": "no"}', 'response.body.message')).toBe('no');
    expect(explain('{"message": ""}', 'response.body.message')).toBeUndefined();
    expect(explain('{"message": 1}', 'response.body.message')).toBeUndefined();
    expect(explain('[]', 'response.body.a.b')).toBeUndefined();
    expect(explain('{}')).toBeUndefined();
    expect(() => explain('{}', 'response.')).toThrow(/^errorExpression: /);
  });
});
