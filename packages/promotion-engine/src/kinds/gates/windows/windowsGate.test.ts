import { GateInput } from '../../../decide/evaluateGates';
import { WindowKind } from '../../../model/promotionWindow';
import { windowsGate } from '.';

const NOON = Date.UTC(2026, 0, 1, 12);

function ask(stage: string, kind: WindowKind, now = NOON) {
  const input = {
    stage: { name: stage, labels: {} },
    calendar: [],
    project: {
      promotionWindows: [
        {
          selector: { name: 'prod' },
          window: {
            name: 'holidays',
            kind,
            dtstart: '20260101T090000Z',
            dtend: '20260101T170000Z',
          },
        },
      ],
    },
  };
  return windowsGate.evaluate(input as unknown as GateInput, now);
}

describe('windowsGate', () => {
  it('keeps a stage closed while a Deny window is active, and says until when', () => {
    expect(ask('prod', 'Deny')).toMatchObject({
      status: 'waiting',
      sentence: 'prod is closed until 2026-01-01 17:00 UTC (window holidays)',
      clearsAt: '2026-01-01T17:00:00.000Z',
    });
  });

  it('opens a stage only inside its Allow windows', () => {
    expect(ask('prod', 'Allow').status).toBe('pass');
    expect(ask('prod', 'Allow', NOON - 86_400_000)).toMatchObject({
      status: 'waiting',
      clearsAt: '2026-01-01T09:00:00.000Z',
    });
  });

  it('says so when nothing opens it within a year', () => {
    expect(ask('prod', 'Allow', NOON + 86_400_000)).toMatchObject({
      status: 'waiting',
      sentence: 'prod is closed for more than a year (window holidays)',
      clearsAt: undefined,
    });
  });

  it('leaves stages alone that the window does not select', () => {
    expect(ask('dev', 'Deny')).toMatchObject({ status: 'pass', clearedBy: [] });
  });
});
