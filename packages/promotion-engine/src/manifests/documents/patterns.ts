import { RE2JS } from 're2js';
import { compileGlob } from '../../model/patterns';

/** What is wrong with a stage selector's name: exact, `glob:…`, `regex:…` or `regexp:…`. */
export function patternFault(
  name: string,
): { message: string; cure: string } | undefined {
  const separator = name.indexOf(':');
  if (separator < 0) {
    return undefined;
  }
  const identifier = name.slice(0, separator);
  const pattern = name.slice(separator + 1);
  if (identifier === 'glob') {
    return globFault(pattern);
  }
  if (identifier === 'regex' || identifier === 'regexp') {
    return regexFault(pattern);
  }
  return {
    message: `${JSON.stringify(identifier)} is no kind of pattern.`,
    cure: 'Write an exact name, glob:…, regex:… or regexp:….',
  };
}

export function regexFault(
  pattern: string,
): { message: string; cure: string } | undefined {
  try {
    RE2JS.compile(pattern);
    return undefined;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return {
      message: `${JSON.stringify(
        pattern,
      )} is no regular expression (RE2): ${reason.replace(/\.$/, '')}.`,
      cure: 'Correct it; RE2 knows neither look-around nor back-references.',
    };
  }
}

function globFault(
  pattern: string,
): { message: string; cure: string } | undefined {
  try {
    compileGlob(pattern);
    return undefined;
  } catch {
    return {
      message: `${JSON.stringify(pattern)} is no glob.`,
      cure: 'Close every [ and {, and escape a literal one with \\.',
    };
  }
}

/** What is wrong with a path of a Git subscription: exact, `glob:…`, `regex:…` or `regexp:…`. */
export function pathPatternFault(
  pattern: string,
): { message: string; cure: string } | undefined {
  const match = /^(glob|regexp?):(.*)$/s.exec(pattern);
  if (!match) return undefined;
  return match[1] === 'glob' ? globFault(match[2]) : regexFault(match[2]);
}
