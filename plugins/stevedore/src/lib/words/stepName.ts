/** What Kargo calls a step, or a task, that its author did not name. */
const MADE_UP = { step: /^step-\d+$/, task: /^task-\d+$/ };

/** A step by the name its author gave it, with its kind; by its kind alone where it has no name of its own. */
export function stepName({ alias, uses }: { alias: string; uses: string }): {
  name: string;
  kind?: string;
} {
  const path = alias.split('::');
  const last = path[path.length - 1];
  const own = MADE_UP.step.test(last) ? uses : last;
  const tasks = path.slice(0, -1).filter(each => !MADE_UP.task.test(each));
  const name = [own, ...tasks].join(' of ');
  return own === uses ? { name } : { name, kind: uses };
}
