/** What Kargo calls a step, or a task, that its author did not name (kargo.md 5.2). */
const MADE_UP = { step: /^step-\d+$/, task: /^task-\d+$/ };

interface NamedStep {
  alias: string;
  /** Name of its kind. */
  uses: string;
}

/** A step as people know it: by the name that its author gave it, or by its kind. */
export function stepTitle({ alias, uses }: NamedStep): string {
  const path = alias.split('::');
  const last = path[path.length - 1];
  const tasks = path.slice(0, -1).filter(each => !MADE_UP.task.test(each));
  return [MADE_UP.step.test(last) ? uses : last, ...tasks].join(' of ');
}

/** `git-push: the push was refused`; a message that begins so already stays as it is. */
export function saidOfStep(step: NamedStep, message: string): string {
  const begin = `${stepTitle(step)}: `;
  return message.startsWith(begin) ? message : `${begin}${message}`;
}
