import { annotationLines } from './annotationLines';
import { problemPlace } from './problemPlace';

it('fills in what is known of the entity', () => {
  expect(
    annotationLines({
      name: 'payments',
      organisation: 'harbour',
      owner: 'group:default/team-money',
    }),
  ).toBe(`stevedore.dev/stages: dev, staging, prod
stevedore.dev/image: ghcr.io/harbour/payments ^1.0.0
stevedore.dev/gitops: https://github.com/harbour/deploy#main:apps/payments/{stage}
stevedore.dev/auto-promote: dev
stevedore.dev/approvals: prod = 1 of group:default/team-money`);
});

it('says the place of a problem as far as it is known', () => {
  const problem = { severity: 'error' as const, message: 'm', cure: 'c' };
  expect(problemPlace({ ...problem, file: 'a.yaml', line: 3, column: 4 })).toBe(
    'a.yaml, line 3, column 4',
  );
  expect(problemPlace({ ...problem, object: 'Stage/dev', field: 'spec' })).toBe(
    'Stage/dev, spec',
  );
  expect(problemPlace(problem)).toBeUndefined();
});
