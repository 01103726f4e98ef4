import {
  CalendarWindow,
  ClusterWindow,
  Project,
  StageSelector,
  StageWindow,
  windowsOfProject,
} from '@stevedore/promotion-engine';
import { ClusterConfigFile } from './clusterConfigFile';

type Windows = Pick<ClusterConfigFile, 'path' | 'windows'>;

/** The windows of the platform's ClusterConfig that count for a project, whether or not one stands beside its pipeline. */
export function clusterWindowsOf(
  { path, windows }: Windows,
  { name, labels = {} }: Pick<Project, 'labels' | 'name'>,
): CalendarWindow[] {
  return windowsOfProject(windows, { name, labels }).map(each =>
    calendarWindow(each, path),
  );
}

/** All of them, with where they count in words: for a calendar of everything. */
export function windowsOfCluster({
  path,
  windows,
}: Windows): (CalendarWindow & { scope: string })[] {
  return windows.map(each => ({
    ...calendarWindow(each, path),
    scope: scopeText(each),
  }));
}

const calendarWindow = (
  { window, selector }: StageWindow,
  path: string,
): CalendarWindow => ({ window, selector, source: 'platform', by: path });

function scopeText({ selector, projectSelector }: ClusterWindow): string {
  const stages = selectorText(selector);
  const projects = projectSelector ? selectorText(projectSelector) : '';
  const whom = projects ? `the projects ${projects}` : 'everything';
  return stages ? `${stages} of ${whom}` : whom;
}

function selectorText({
  name,
  matchLabels = {},
  matchExpressions = [],
}: StageSelector): string {
  return [
    ...(name ? [name] : []),
    ...Object.entries(matchLabels).map(([key, value]) => `${key}=${value}`),
    ...matchExpressions.map(({ key, operator, values = [] }) =>
      [key, operator, values.join(',')].filter(Boolean).join(' '),
    ),
  ].join(' ');
}
