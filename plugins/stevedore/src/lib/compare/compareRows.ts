import {
  FreightSummary,
  FreightVersion,
} from '@stevedore/plugin-stevedore-common';
import { shortSource, shortVersion } from '../words/names';

/** One artifact of two freight. */
export interface CompareRow {
  key: string;
  kind: FreightVersion['kind'];
  /** Last part of the source. */
  name: string;
  source: string;
  from?: ComparedVersion;
  to?: ComparedVersion;
  /** What became of it, in words. */
  verdict: string;
}

export interface ComparedVersion {
  /** Short. */
  version: string;
  /** As it is, for those who look closer. */
  whole: string;
  /** Absent: there is none, or it is the version. */
  digest?: string;
}

/** Every artifact of both, in the order of the second. */
export function compareRows(
  from: Pick<FreightSummary, 'versions'>,
  to: Pick<FreightSummary, 'versions'>,
): CompareRow[] {
  const keys = [...to.versions, ...from.versions].map(keyOf);
  return [...new Set(keys)].map(key => {
    const find = (all: FreightVersion[]) =>
      all.find(each => keyOf(each) === key);
    const [was, is] = [find(from.versions), find(to.versions)];
    const { kind, source } = (is ?? was)!;
    return {
      ...{ key, kind, source },
      name: shortSource(source),
      from: was && compared(was),
      to: is && compared(is),
      verdict: verdictOf(was, is),
    };
  });
}

const keyOf = ({ kind, source }: FreightVersion) => `${kind} ${source}`;

function compared({ version, digest }: FreightVersion): ComparedVersion {
  return {
    version: shortVersion(version),
    whole: version,
    digest: digest === version ? undefined : digest,
  };
}

function verdictOf(was?: FreightVersion, is?: FreightVersion): string {
  if (!was) return 'only in the second';
  if (!is) return 'only in the first';
  if (was.version !== is.version) return 'other version';
  return was.digest === is.digest ? 'the same' : 'same version, other content';
}
