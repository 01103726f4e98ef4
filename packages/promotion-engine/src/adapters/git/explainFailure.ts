import { GitError } from '../../model/errors';
import { GitFailure } from './GitFailure';

interface Explanation {
  when: RegExp;
  say: string;
  retryable: boolean;
}

const EXPLANATIONS: Explanation[] = [
  {
    when: /ENOENT/,
    say: 'Git is not installed on this host: install Git 2.39 or newer',
    retryable: false,
  },
  {
    when: /Authentication failed|could not read (Username|Password)|returned error: 401|HTTP Basic: Access denied/i,
    say: 'the host refused the user name or password: check the credentials configured for this repository',
    retryable: false,
  },
  {
    when: /returned error: 403|permission to .* denied|insufficient permission/i,
    say: 'these credentials may not do that: give them access to the repository, or use others',
    retryable: false,
  },
  {
    when: /repository '.*' not found|returned error: 404|does not appear to be a git repository|does not exist/i,
    say: 'there is no such repository, or these credentials may not see it: check its address',
    retryable: false,
  },
  {
    when: /transport '.*' not allowed|Unable to find remote helper/i,
    say: 'this kind of address is not allowed: write it as https://host/path',
    retryable: false,
  },
  {
    when: /certificate|SSL peer/i,
    say: "the host's TLS certificate is not trusted: add its authority to the certificates of this machine, or set insecureSkipTLSVerify",
    retryable: false,
  },
  {
    when: /Could not resolve (host|proxy)|Failed to connect|Couldn't connect|Connection (refused|reset|timed out)|No route to host|Network is unreachable/i,
    say: 'the host cannot be reached: check its name and the network; this is tried again',
    retryable: true,
  },
  {
    when: /returned error: (429|5\d\d)|RPC failed|early EOF|hung up|unexpected disconnect|Empty reply|timed out|nothing was heard|Operation too slow|Internal Server Error/i,
    say: 'the host did not answer properly; this is tried again',
    retryable: true,
  },
  {
    when: /\.lock': File exists|cannot lock ref/i,
    say: 'another Git process is at work in the mirror; this is tried again',
    retryable: true,
  },
  {
    when: /^fatal: interrupted$/m,
    say: 'it was interrupted',
    retryable: true,
  },
  {
    when: /No space left on device/i,
    say: 'the disk of this host is full',
    retryable: true,
  },
];

/** One sentence for people: what was tried, where, why it failed, what to do. */
export function explainFailure(
  action: string,
  url: string,
  error: unknown,
): GitError {
  if (error instanceof GitError) {
    return error;
  }
  if (!(error instanceof GitFailure)) {
    const reason = error instanceof Error ? error.message : String(error);
    return new GitError(`Could not ${action} ${url}: ${reason}`, {
      retryable: false,
    });
  }
  const known = EXPLANATIONS.find(explanation =>
    explanation.when.test(error.output),
  );
  const said = decisiveLine(error.output);
  const message = known ? `${known.say} (Git: ${said})` : `Git says: ${said}`;
  return new GitError(`Could not ${action} ${url}: ${message}`, {
    retryable: known?.retryable ?? false,
  });
}

/** The line that says why; what the remote printed comes first, because Git only repeats that it failed. */
export function decisiveLine(output: string): string {
  const lines = output.split(/[\r\n]+/).map(line => line.trim());
  const found = ['remote: error:', 'fatal:', 'error:', '!'].flatMap(start =>
    lines.filter(line => line.toLowerCase().startsWith(start)),
  );
  const line = found[0] ?? lines.find(text => text !== '') ?? 'nothing';
  return line.replace(/^(remote: )?(fatal|error): /i, '').slice(0, 300);
}
