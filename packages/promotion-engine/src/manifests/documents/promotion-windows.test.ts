import { readManifests } from '../read-manifests';

const OPTIONS = { steps: new Map(), verifiers: new Set<string>() };

function read(window: string) {
  const text = `apiVersion: kargo.akuity.io/v1alpha1
kind: ProjectConfig
metadata: {name: web, namespace: web}
spec:
  promotionWindows:
    - ${window}
`;
  return readManifests([{ name: 'p.yaml', text }], OPTIONS as never);
}

function windowProblems(window: string) {
  return read(window)
    .problems.filter(({ position }) => position?.line === 6)
    .map(({ message, severity }) => `${severity}: ${message}`);
}

const FREEZE = 'name: freeze, kind: Deny';
const TIMES = 'dtstart: 20261220T000000Z, dtend: 20270103T000000Z';

describe('promotionWindows of a ProjectConfig', () => {
  it.each([
    `{${FREEZE}, ${TIMES}}`,
    `{${FREEZE}, ${TIMES}, rrule: FREQ=YEARLY, stageSelector: {name: "glob:prod-*"}}`,
    `{name: office, kind: Allow, dtstart: "TZID=Europe/Berlin:20260105T090000", dtend: "TZID=Europe/Berlin:20260105T170000"}`,
  ])('takes %s', window => {
    expect(windowProblems(window)).toEqual([]);
  });

  it.each([
    [`{${FREEZE}}`, 'Window freeze cannot be read: "" is no date-time'],
    [
      `{${FREEZE}, dtstart: 20261220T000000Z, dtend: 20261220T000000Z}`,
      'ends before it starts',
    ],
    [
      `{${FREEZE}, ${TIMES}, rrule: FREQ=NEVER}`,
      'Window freeze cannot be read',
    ],
    [
      `{${FREEZE}, ${TIMES}, stageSelector: {name: "regex:("}}`,
      'is no regular expression',
    ],
    [
      `{${FREEZE}, ${TIMES}, projectSelector: {name: web}}`,
      'concerns that project alone',
    ],
  ])('refuses %s in its line', (window, sentence) => {
    const problems = windowProblems(window);
    expect(problems.join('\n')).toMatch(/^error: /);
    expect(problems.join('\n')).toContain(sentence);
  });
});
