import { z } from 'zod';
import { checkWindow } from '../../decide/windows';
import { ClusterWindow, StageWindow } from '../../model/definition';
import { Finding } from '../document';
import { Path } from '../path';
import { labelSelectorFault } from './label-selector';
import { Windows } from './links';
import { patternFault } from './patterns';

type Written = z.infer<typeof Windows>[number];

/** Kargo: promotionWindows of a ProjectConfig, each with the fault that its calendar or its selector has. */
export function readPromotionWindows(windows: Written[]): {
  windows: StageWindow[];
  findings: Finding[];
} {
  const findings = windows.flatMap(({ projectSelector }, index): Finding[] =>
    projectSelector
      ? [
          {
            path: [...pathOf(index), 'projectSelector'],
            atKey: true,
            ...NO_PROJECTS,
          },
        ]
      : [],
  );
  return {
    windows: windows.map(stageWindow),
    findings: [...windowFindings(windows), ...findings],
  };
}

/** Kargo: promotionWindows of the ClusterConfig, which may select projects, too. */
export function readClusterWindows(windows: Written[]): {
  windows: ClusterWindow[];
  findings: Finding[];
} {
  return {
    windows: windows.map(written => ({
      ...stageWindow(written),
      ...(written.projectSelector && {
        projectSelector: written.projectSelector,
      }),
    })),
    findings: windowFindings(windows),
  };
}

const pathOf = (index: number): Path => ['spec', 'promotionWindows', index];

function stageWindow(written: Written): StageWindow {
  const { name, kind, rrule, dtstart = '', dtend = '' } = written;
  return {
    selector: written.stageSelector ?? {},
    window: { name, kind, dtstart, dtend, rrule },
  };
}

function windowFindings(windows: Written[]): Finding[] {
  return windows.flatMap((written, index) => {
    const fault = calendarFault(stageWindow(written).window);
    return [
      ...(fault ? [{ path: pathOf(index), ...fault }] : []),
      ...selectorFindings(written, index, 'stageSelector'),
      ...selectorFindings(written, index, 'projectSelector'),
    ];
  });
}

function selectorFindings(
  written: Written,
  index: number,
  field: 'stageSelector' | 'projectSelector',
): Finding[] {
  const { name = '', ...labels } = written[field] ?? {};
  const path = [...pathOf(index), field];
  const nameFault = patternFault(name);
  const labelFault = labelSelectorFault(labels);
  return [
    ...(nameFault ? [{ path: [...path, 'name'], ...nameFault }] : []),
    ...(labelFault
      ? [{ ...labelFault, path: [...path, ...labelFault.path] }]
      : []),
  ];
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
