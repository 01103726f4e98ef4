import { createdAt, newest } from './createdAt';

const created = 'org.opencontainers.image.created';
const older = '2020-01-01T00:00:00Z';
const newer = '2021-01-01T00:00:00Z';

describe('createdAt', () => {
  it.each([
    [
      'an annotation wins, even if it is older',
      { annotations: { [created]: older }, configCreatedAt: newer },
      older,
    ],
    [
      'the old annotation is second',
      {
        annotations: {
          'org.label-schema.build-date': older,
          [created]: 'soon',
        },
      },
      older,
    ],
    [
      'the later of label and config',
      { labels: { [created]: newer }, configCreatedAt: older },
      newer,
    ],
    ['the config alone', { configCreatedAt: older }, older],
    ['nothing', { labels: { [created]: '2020-01-01' } }, undefined],
  ])('%s', (_, sources, expected) => {
    expect(createdAt(sources)).toBe(expected);
  });
});

describe('newest', () => {
  it('passes over what is missing', () => {
    expect(newest([undefined, older, newer, undefined])).toBe(newer);
    expect(newest([undefined])).toBeUndefined();
  });
});
