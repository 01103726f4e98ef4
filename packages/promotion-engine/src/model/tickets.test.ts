import { compileTickets } from './tickets';

const jira = {
  pattern: '[A-Z][A-Z0-9]+-\\d+',
  url: 'https://tickets.acme.example/browse/$0',
};
const issues = {
  pattern: '#(\\d+)',
  url: 'https://github.com/acme/web/issues/$1',
};

it('finds every ticket once, wherever it stands', () => {
  const find = compileTickets([jira, issues]);
  expect(find('SHOP-12: mend the cart (#7)\n\nCloses SHOP-12, WEB-3')).toEqual([
    { name: 'SHOP-12', url: 'https://tickets.acme.example/browse/SHOP-12' },
    { name: 'WEB-3', url: 'https://tickets.acme.example/browse/WEB-3' },
    { name: '#7', url: 'https://github.com/acme/web/issues/7' },
  ]);
  expect(find('tidy up')).toEqual([]);
});

it('finds none without rules, and ends where everything fits', () => {
  expect(compileTickets([])('SHOP-12')).toEqual([]);
  expect(compileTickets([{ ...jira, pattern: 'x*' }])('abc')).toEqual([]);
  const many = Array.from({ length: 50 }, (_, n) => `WEB-${n}`).join(' ');
  expect(compileTickets([jira])(many)).toHaveLength(10);
});

it('lets no message choose where a link leads', () => {
  const rule = { pattern: '<(.*)>', url: 'https://tickets.acme.example/$1' };
  const [{ url }] = compileTickets([rule])('<../../evil?x=1#y>');
  expect(url).toBe('https://tickets.acme.example/..%2F..%2Fevil%3Fx%3D1%23y');
  for (const bad of ['$0', 'vbscript:$0', 'https://$0/x', 'https://host'])
    expect(() => compileTickets([{ ...jira, url: bad }])).toThrow(
      `The address "${bad}" of tickets cannot be used`,
    );
});

it('names the pattern that cannot be read', () => {
  expect(() => compileTickets([{ ...jira, pattern: '(' }])).toThrow(
    'The pattern "(" of tickets cannot be read',
  );
});
