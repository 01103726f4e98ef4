import { ENTRY_END, Located, Scanner, Token } from './scanner';
import { acceptStagesBefore } from './tokens';

const ROLLOUT: Token = {
  pattern:
    /([\w.-]+\/)?([a-z0-9.-]|\{stage\})+\/([a-z0-9.-]|\{stage\})+(?![\w/{}])/,
  word: 'a Rollout',
  cure: 'Write [STAGES =] namespace/name or cluster/namespace/name, such as prod = shop/web; {stage} may stand in namespace and name.',
};

export interface StageRollouts {
  /** Absent: every stage. */
  stages?: Located<string>[];
  /** May hold `{stage}`. */
  rollouts: Located<string>[];
}

/** `rollouts = entries of: [ stages-before ], rollout, { ",", rollout }` */
export function parseStageRollouts(text: string): StageRollouts[] {
  const scanner = new Scanner(text);
  return scanner.entries(ENTRY_END, () => {
    const stages = acceptStagesBefore(scanner);
    const rollouts = [scanner.expect(ROLLOUT)];
    while (scanner.accept(/,/)) rollouts.push(scanner.expect(ROLLOUT));
    return { ...(stages && { stages }), rollouts };
  });
}
