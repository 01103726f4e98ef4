import { HistoryEntry } from '@stevedore/plugin-stevedore-common';
import { GATE_VERBS, Told, Verbs, VerbWords } from './gateVerbs';
import { inputsLabel } from '../plan/planInputs';
import { originName, personName, shortVersion } from '../words/names';
import { plainRefs } from '../words/plainRefs';
import { Badge } from '../words/badge';

export interface HistoryLine {
  badge: Badge;
  /** Follows the name of who did it: `approved a promotion into prod`. */
  sentence: string;
  /** What a person said about it. */
  why?: string;
  /** What came of it. */
  result?: string;
}

const VERBS: Verbs = {
  ...GATE_VERBS,
  'definition.accepted': () => [
    'check',
    'good',
    'took over a new definition of the pipeline',
  ],
  'definition.rejected': () => [
    'cross',
    'bad',
    'refused a definition of the pipeline; the last good one keeps running',
  ],
  'project.paused': () => ['bar', 'attention', 'paused the pipeline'],
  'project.resumed': () => ['play', 'good', 'resumed the pipeline'],
  'freight.created': ({ what }) => ['ring', 'quiet', `found ${what}`],
  'freight.metadataSet': ({ what }) => [
    'dash',
    'quiet',
    `noted something about ${what}`,
  ],
  'freight.aliasSet': ({ what }) => [
    'dash',
    'quiet',
    `gave ${what} another alias`,
  ],
  'freight.waived': ({ what, into }) => [
    'skip',
    'attention',
    `let ${what} past verification${into}`,
  ],
  'freight.quarantined': ({ what }) => ['shield', 'bad', `quarantined ${what}`],
  'freight.quarantineLifted': ({ what }) => [
    'play',
    'good',
    `lifted the quarantine of ${what}`,
  ],
  'stage.metadataSet': ({ stage }) => [
    'dash',
    'quiet',
    `noted something about ${stage}`,
  ],
  'hold.set': ({ stage }) => [
    'bar',
    'attention',
    `put auto-promotion of ${stage} on hold`,
  ],
  'hold.released': ({ stage }) => [
    'play',
    'good',
    `let auto-promotion of ${stage} go on`,
  ],
  'promotion.requested': ({ what, into, stage, inputs, rollback }) => [
    rollback ? 'skip' : 'half',
    rollback ? 'attention' : 'busy',
    `${
      rollback
        ? `asked to roll ${stage} back to ${what}`
        : `asked for ${what}${into}`
    }${inputs ? `, with ${inputsLabel(inputs)}` : ''}`,
  ],
  'promotion.changed': ({ into }) => [
    'question',
    'attention',
    `saw that the plan of a promotion${into} changed; it has to be approved again`,
  ],
  'promotion.queued': ({ into }) => [
    'stack',
    'busy',
    `queued a promotion${into}`,
  ],
  'promotion.started': ({ into }) => [
    'play',
    'busy',
    `started a promotion${into}`,
  ],
  'promotion.pinned': ({ into }) => [
    'dash',
    'quiet',
    `noted what a promotion${into} reads`,
  ],
  'promotion.planned': ({ into }) => [
    'dash',
    'quiet',
    `planned a promotion${into}`,
  ],
  'promotion.rewound': ({ into }) => [
    'skip',
    'attention',
    `began steps of a promotion${into} anew`,
  ],
  'promotion.asked': ({ into }) => [
    'question',
    'attention',
    `asked a person about a promotion${into}`,
  ],
  'promotion.answered': ({ into }) => [
    'check',
    'good',
    `answered the question of a promotion${into}`,
  ],
  'promotion.abortRequested': ({ into }) => [
    'bar',
    'attention',
    `asked to abort a promotion${into}`,
  ],
  'promotion.finished': finished,
  'step.intended': ({ into }) => [
    'arrow',
    'busy',
    `was about to write something for a promotion${into}`,
  ],
  'step.waiting': ({ into }) => [
    'hourglass',
    'busy',
    `waited in a step of a promotion${into}`,
  ],
  'step.finished': ({ into }) => [
    'check',
    'quiet',
    `finished a step of a promotion${into}`,
  ],
  'approval.given': ({ into }) => [
    'check',
    'good',
    `approved a promotion${into}`,
  ],
  'approval.rejected': ({ into }) => [
    'bar',
    'bad',
    `rejected a promotion${into}`,
  ],
  'approval.withdrawn': ({ into }) => [
    'skip',
    'attention',
    `took back an approval of a promotion${into}`,
  ],
  'verification.started': ({ stage, phase }) => [
    'hourglass',
    'busy',
    phase === 'Pending'
      ? `is about to verify what is in ${stage}`
      : `began to verify what is in ${stage}`,
  ],
  'verification.finished': verified,
  'runner.asked': ({ message, what, into }) => [
    'half',
    'busy',
    `asked Kargo to ${kargoAct({ message, what, into })}`,
  ],
  'runner.answered': ({ message, what, into }) => [
    'bar',
    'attention',
    `was answered by Kargo about the wish to ${kargoAct({
      message,
      what,
      into,
    })}`,
  ],
  denied: ({ message }) => [
    'bar',
    'bad',
    `was refused${message ? ` (${message})` : ''}`,
  ],
};

const ENDS: Record<string, VerbWords> = {
  Succeeded: ['check', 'good', 'brought it'],
  Failed: ['cross', 'bad', 'failed'],
  Errored: ['cross', 'bad', 'broke off'],
  Aborted: ['bar', 'quiet', 'was aborted'],
  Rejected: ['bar', 'bad', 'was rejected'],
  Superseded: ['skip', 'quiet', 'was superseded by a newer one'],
};

function kargoAct(told: Pick<Told, 'message' | 'what' | 'into'>): string {
  const { message, what, into } = told;
  switch (message) {
    case 'approve':
      return `let ${what} past verification${into}`;
    case 'refresh':
      return 'look for new versions';
    case 'abort':
      return `abort a promotion${into}`;
    default:
      return `promote ${what}${into}`;
  }
}

function finished({ phase = '', into }: Told): VerbWords {
  const [shape, tone, end] = ENDS[phase] ?? ['dot', 'quiet', 'ended'];
  return phase === 'Succeeded'
    ? [shape, tone, `completed a promotion${into}`]
    : [shape, tone, `ended a promotion${into}: it ${end}`];
}

function verified({ phase, stage, actor }: Told): VerbWords {
  // nobody ends a verification by hand but to stop it
  if (isPerson(actor))
    return ['bar', 'attention', `stopped verifying what is in ${stage}`];
  switch (phase) {
    case 'Successful':
      return ['check', 'good', `verified what is in ${stage}`];
    case 'Failed':
    case 'Error':
      return ['cross', 'bad', `could not verify what is in ${stage}`];
    default:
      return ['dash', 'quiet', `ended verifying what is in ${stage}`];
  }
}

/** Who did it, when no person of the catalog did. */
export function whoActed(actor: string): string {
  if (actor === 'component:kargo') return 'Kargo';
  // Kargo knows people by other names
  return actor.startsWith('component:') ? 'Stevedore' : personName(actor);
}

/** People and groups have a page; parts of the system are one to the reader. */
export function isPerson(actor: string): boolean {
  return /^(user|group):/.test(actor);
}

/** One entry as a sentence, and why. A verb that is not known stands as it is. */
export function historyLine(entry: HistoryEntry): HistoryLine {
  const { verb, stage, reason, message, subject } = entry;
  const words = VERBS[verb];
  if (!words)
    return {
      badge: { shape: 'dot', tone: 'quiet', word: verb },
      sentence: `${verb} ${subject}`,
      why: reason,
    };
  const told = {
    ...entry,
    what: whatOf(entry),
    into: stage ? ` into ${stage}` : '',
  };
  const [shape, tone, sentence] = words(told);
  const said = isPerson(entry.actor) ? reason : undefined;
  const isAsk = verb === 'runner.asked' || verb === 'runner.answered';
  const came = isAsk ? undefined : message ?? (said ? undefined : reason);
  const repeats = verb === 'denied' || message === `rejected by ${entry.actor}`;
  const result = repeats ? undefined : came;
  return {
    badge: { shape, tone, word: '' },
    sentence,
    why: said && plainRefs(said),
    result: result && plainRefs(result),
  };
}

function whatOf({ versions, freight, subject }: HistoryEntry): string {
  const [first] = versions ?? [];
  if (first) return shortVersion(first.version);
  const name = freight ?? /^freight:(.+)$/.exec(subject)?.[1];
  return name ? `freight ${originName(name).slice(0, 7)}` : 'freight';
}
