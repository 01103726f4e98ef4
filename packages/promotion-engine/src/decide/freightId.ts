import { sha1 } from '@noble/hashes/legacy';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils';
import {
  Artifacts,
  Chart,
  FreightOrigin,
  GitCommit,
  originKey,
} from '../model/artifacts';
import { compareBytes } from '../model/text';
import { normalizeChart, normalizeGit } from '../model/urls';

const named = (text: string, subscriptionName?: string): string =>
  subscriptionName ? `${text}:${subscriptionName}` : text;

function commitPart(commit: GitCommit): string {
  const tag = commit.tag ? `${commit.tag}:` : '';
  return `${normalizeGit(commit.repoURL)}:${tag}${commit.id}`;
}

/** Go's path.Join of two elements: empty ones are left out, `.`, `..` and `//` are resolved. */
function joinPath(base: string, name: string): string {
  const joined = [base, name].filter(part => part !== '').join('/');
  if (joined === '') return '';
  const rooted = joined.startsWith('/');
  const parts: string[] = [];
  for (const part of joined.split('/')) {
    const climbs = part === '..';
    if (part === '' || part === '.') continue;
    if (climbs && parts.length > 0 && parts[parts.length - 1] !== '..')
      parts.pop();
    else if (!climbs || !rooted) parts.push(part);
  }
  return `${rooted ? '/' : ''}${parts.join('/')}` || '.';
}

function chartPart(chart: Chart): string {
  return `${joinPath(normalizeChart(chart.repoURL), chart.name ?? '')}:${
    chart.version
  }`;
}

/**
 * The identity of freight: 40 hex digits, equal to the name that Kargo gives the same artifacts
 * (Kargo: GenerateFreightID). Branches, messages, authors, annotations and metadata do not count.
 * An image's repository counts as it is spelled; commits and charts are normalised first.
 */
export function freightId(origin: FreightOrigin, artifacts: Artifacts): string {
  const parts = [
    ...artifacts.commits.map(commit =>
      named(commitPart(commit), commit.subscriptionName),
    ),
    ...artifacts.images.map(image =>
      named(
        `${image.repoURL}:${image.tag}@${image.digest}`,
        image.subscriptionName,
      ),
    ),
    ...artifacts.charts.map(chart =>
      named(chartPart(chart), chart.subscriptionName),
    ),
    ...artifacts.artifacts.map(
      one => `${one.artifactType}:${one.subscriptionName}:${one.version}`,
    ),
  ];
  const text = `${originKey(origin)}:${parts.sort(compareBytes).join('|')}`;
  return bytesToHex(sha1(utf8ToBytes(text)));
}
