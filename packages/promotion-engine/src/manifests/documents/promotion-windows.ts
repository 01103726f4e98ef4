import { z } from 'zod';
import { checkWindow } from '../../decide/windows';
import { StageWindow } from '../../model/definition';
import { Finding } from '../document';
import { Path } from '../path';
import { Windows } from './links';
import { patternFault } from './patterns';

/** Kargo: promotionWindows of a ProjectConfig, each with the fault that its calendar has. */
export function readPromotionWindows(windows: z.infer<typeof Windows>): {
  windows: StageWindow[];
  findings: Finding[];
} {
  const read = windows.map((written, index) => {
    const { name, kind, rrule, dtstart = '', dtend = '' } = written;
    const window = { name, kind, dtstart, dtend, rrule };
    const fault = calendarFault(window);
    const nameFault = patternFault(written.stageSelector?.name ?? '');
    const path: Path = ['spec', 'promotionWindows', index];
    return {
      windows: [{ selector: written.stageSelector ?? {}, window }],
      findings: [
        ...(fault ? [{ path, ...fault }] : []),
        ...(nameFault
          ? [{ path: [...path, 'stageSelector', 'name'], ...nameFault }]
          : []),
        ...(written.projectSelector
          ? [
              {
                path: [...path, 'projectSelector'],
                atKey: true,
                ...NO_PROJECTS,
              },
            ]
          : []),
      ],
    };
  });
  return {
    windows: read.flatMap(each => each.windows),
    findings: read.flatMap(each => each.findings),
  };
}

const NO_PROJECTS = {
  message: 'A window of a project concerns that project alone.',
  cure: 'Remove projectSelector; only the windows of a ClusterConfig have one.',
};

function calendarFault(window: StageWindow['window']) {
  try {
    checkWindow(window);
    return undefined;
  } catch (error) {
    return {
      message: `Window ${window.name} cannot be read: ${
        error instanceof Error ? error.message : String(error)
      }`,
      cure: 'Give dtstart, dtend (iCalendar date-times) and, to repeat it, rrule (RFC 5545).',
    };
  }
}
