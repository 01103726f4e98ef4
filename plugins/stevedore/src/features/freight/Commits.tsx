import { CommitsBetween } from '../../components/commits';
import { Section } from '../../components/plan';
import { useCommits } from '../../hooks/useCommits';
import { freightVersion } from '../../lib/words/names';

export interface CommitsProps {
  project: string;
  /** Its whole name. */
  freight: string;
}

/** What came with the freight since the one before it. */
export function Commits({ project, freight }: CommitsProps) {
  const read = useCommits(project, { to: freight });
  const before = read.data?.from;
  const title = before ? `Commits since ${freightVersion(before)}` : 'Commits';
  return (
    <Section title={title}>
      <CommitsBetween read={read} />
    </Section>
  );
}
