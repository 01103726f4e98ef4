import { RemoteRefs } from '../../ports/git';

export const BRANCHES = 'refs/heads/';
const TAGS = 'refs/tags/';

/** Lines `<id> <name>`; what an annotated tag leads to (`^{}`) is given by its own id. */
export function readRefs(printed: string): RemoteRefs {
  const branches = new Map<string, string>();
  const tags = new Map<string, string>();
  for (const line of printed.split('\n')) {
    const [id, name = ''] = line.trim().split('\t');
    if (name.startsWith(BRANCHES))
      branches.set(name.slice(BRANCHES.length), id);
    else if (name.startsWith(TAGS) && !name.endsWith('^{}'))
      tags.set(name.slice(TAGS.length), id);
  }
  return {
    branches: Object.fromEntries(branches),
    tags: Object.fromEntries(tags),
  };
}
