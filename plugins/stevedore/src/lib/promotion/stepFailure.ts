import { PromotionStep } from '@stevedore/plugin-stevedore-common';
import { plainRefs } from '../words/plainRefs';
import { stepName } from '../words/stepName';

/** A failure as people take it in: what happened, exactly what was said, what to try. */
export interface StepFailure {
  plain: string;
  raw?: string;
  tries: string[];
}

/** What a step was about, by the first word of its kind that fits. */
const ABOUT: [RegExp, string][] = [
  [/^git-clone/, 'The repository could not be read'],
  [/^git-(push|tag)|^github-push/, 'The change could not be pushed'],
  [/^git-(open|merge|wait-for)-?.*pr/, 'The pull request did not go through'],
  [/^git-/, 'Work on the repository failed'],
  [/^helm/, 'Helm could not do its part'],
  [/^kustomize/, 'Kustomize could not do its part'],
  [/^(yaml|json|toml)-/, 'A file could not be read or changed'],
  [/^http/, 'The other side did not answer as expected'],
  [/^oci-/, 'The registry did not do what was asked'],
  [/^argocd/, 'Argo CD did not come to the wanted state'],
  [/^fail$/, 'The pipeline says here that it shall fail'],
];

/** What the text of an error points at. The first that fits helps most. */
const HINTS: [RegExp, string][] = [
  [
    /\b(401|403|authenticat|unauthori[sz]ed|permission denied|access denied)/i,
    'Check that the portal’s credentials for that host are valid and may do this.',
  ],
  [
    /\b(grant|not granted|may not (read|write))/i,
    'Ask whoever runs the portal to grant the repository or host to this component.',
  ],
  [
    /\b(timed? ?out|ETIMEDOUT|ECONNRE|ENOTFOUND|EAI_AGAIN|50[234]|unreachable|could not resolve)/i,
    'Look whether the other side is up, then try again.',
  ],
  [
    /\b(not found|no such|does not exist|404)/i,
    'Check the path or name in the step’s configuration, and that it is there in the branch.',
  ],
  [
    /\b(non-fast-forward|rejected|protected branch|conflict)/i,
    'Look at the branch: its rules may refuse the push, or somebody else changed the same place.',
  ],
  [
    /\b(parse|syntax|invalid|unexpected|schema)/i,
    'Mend the file or the step’s configuration that it names.',
  ],
];

/** Plain words for a step that failed; undefined for one that did not. */
export function stepFailure({
  status,
  uses,
  alias,
  message,
}: PromotionStep): StepFailure | undefined {
  if (status !== 'Failed' && status !== 'Errored') return undefined;
  const about = ABOUT.find(([kind]) => kind.test(uses))?.[1];
  const { name } = stepName({ alias, uses });
  const what = about ?? `The step ${name} did not succeed`;
  const ended =
    status === 'Errored'
      ? 'it broke off before it was done.'
      : 'it ran, and the answer was no.';
  const hint = HINTS.find(([text]) => text.test(message ?? ''))?.[1];
  return {
    plain: `${what}: ${ended}`,
    raw: message && plainRefs(message),
    tries: [
      ...(hint ? [hint] : []),
      'Read the log of the step: its last lines say most.',
      status === 'Errored'
        ? 'Retry: the cause may have passed.'
        : 'Change what it complains about, then retry; without a change it fails again.',
    ],
  };
}
