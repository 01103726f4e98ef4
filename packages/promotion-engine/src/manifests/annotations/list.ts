import { AnnotationSyntaxError } from './scanner';

const NAME = /^[A-Za-z0-9][\w.-]{0,62}$/;

/**
 * `e2e, load`: names, each once.
 * @throws AnnotationSyntaxError at the name that is wrong
 */
export function parseList(text: string, what: string): string[] {
  const names: string[] = [];
  let offset = 0;
  for (const entry of text.split(',')) {
    const at = offset + entry.search(/\S|$/);
    offset += entry.length + 1;
    const name = entry.trim();
    if (!NAME.test(name) || names.includes(name))
      throw new AnnotationSyntaxError(
        names.includes(name)
          ? `${name} stands here twice.`
          : `"${name}" is no name of ${what}.`,
        {
          cure: 'Write names with commas between them: letters, digits, dots, dashes and underscores.',
          offset: at,
        },
      );
    names.push(name);
  }
  return names;
}
