import {
  FreightItem,
  FreightPage,
  PipelineStage,
  Promotion,
} from '@stevedore/plugin-stevedore-common';
import { queuedBy } from '../promotion/queuedBy';
import { Badge } from '../words/badge';
import { plainRefs } from '../words/plainRefs';
import { healthBadge, phaseBadge } from '../words/stateBadges';
import { freightVersion, originName } from '../words/names';

/** What somebody reads of a stage: the four lines of its card, in words that every view uses. */
export interface StageLines {
  name: string;
  badge: Badge;
  here: { freight: string; version: string; alias?: string }[];
  /** ISO 8601. */
  since?: string;
  next?: NextThing;
}

/** The one most important thing next. */
export interface NextThing {
  sentence: string;
  tone: Badge['tone'];
  promotion?: string;
  /** ISO 8601: it comes by itself then. */
  clearsAt?: string;
}

/** @param freight newest first; its first page says how far behind the stage is */
export function stageLines(
  stage: PipelineStage,
  freight: FreightPage,
): StageLines {
  return {
    name: stage.name,
    badge: stageBadge(stage),
    here: stage.here.map(item => ({
      freight: item.name,
      version: freightVersion(item),
      alias: item.alias,
    })),
    since: stage.since,
    next: nextThing(stage, freight),
  };
}

/** The same, where nothing is known of the freight that comes. */
export function stageNow(stage: PipelineStage): StageLines {
  const nothing = { items: [] };
  return {
    ...stageLines(stage, nothing),
    next: ongoing(stage, nothing),
  };
}

export function stageBadge(stage: PipelineStage): Badge {
  if (stage.controlFlow)
    return { shape: 'arrow', tone: 'quiet', word: 'passes freight on' };
  return healthBadge(stage.health);
}

function nextThing(
  stage: PipelineStage,
  freight: FreightPage,
): NextThing | undefined {
  return ongoing(stage, freight) ?? coming(stage, freight);
}

function ongoing(
  stage: PipelineStage,
  freight: FreightPage,
): NextThing | undefined {
  return (
    moving(stage.current, freight) ??
    failed(stage) ??
    wentBack(stage) ??
    quarantined(stage) ??
    held(stage) ??
    checking(stage)
  );
}

function moving(
  current: Promotion | undefined,
  freight: FreightPage,
): NextThing | undefined {
  if (!current) return undefined;
  const { sentence } = queuedBy(current, freight);
  return {
    sentence: plainRefs(`${freightVersion(current.freight)} ${sentence}`),
    tone: phaseBadge(current.phase).tone,
    promotion: current.name,
  };
}

function failed({ last, here }: PipelineStage): NextThing | undefined {
  if (last?.phase !== 'Failed' && last?.phase !== 'Errored') return undefined;
  // what came in after it has made it old
  if (here.some(item => item.name === last.freight)) return undefined;
  return {
    sentence: 'the last promotion failed',
    tone: 'bad',
    promotion: last.name,
  };
}

function wentBack({ rollback }: PipelineStage): NextThing | undefined {
  return (
    rollback && {
      sentence: plainRefs(rollback.sentence),
      tone: 'attention',
      promotion: rollback.promotion,
    }
  );
}

function quarantined({ here }: PipelineStage): NextThing | undefined {
  const bad = here.find(item => item.quarantine);
  return (
    bad && { sentence: `${freightVersion(bad)} is quarantined`, tone: 'bad' }
  );
}

function held({ holds }: PipelineStage): NextThing | undefined {
  const [hold] = holds;
  return (
    hold && {
      sentence: `auto-promotion of ${originName(hold.origin)} is on hold`,
      tone: 'attention',
    }
  );
}

function checking({ verification }: PipelineStage): NextThing | undefined {
  const phase = verification?.phase;
  if (phase === 'Pending' || phase === 'Running')
    return { sentence: 'is being verified', tone: 'busy' };
  if (phase === 'Failed' || phase === 'Error') {
    const why = verification?.message;
    return {
      sentence: why ? `verification failed: ${why}` : 'verification failed',
      tone: 'bad',
    };
  }
  return undefined;
}

function coming(
  stage: PipelineStage,
  freight: FreightPage,
): NextThing | undefined {
  const { newer, exact } = newerThanHere(stage, freight);
  if (newer.length === 0) {
    return stage.here.length > 0
      ? { sentence: 'up to date', tone: 'quiet' }
      : undefined;
  }
  const cellOf = (item: FreightItem) =>
    item.cells.find(cell => cell.stage === stage.name);
  const soaking = newer.find(item => cellOf(item)?.state === 'soaking');
  if (soaking)
    return {
      sentence: `${freightVersion(soaking)} soaks`,
      tone: 'busy',
      clearsAt: cellOf(soaking)?.clearsAt,
    };
  const ready = newer.find(item => cellOf(item)?.mayEnter);
  if (ready)
    return { sentence: `${freightVersion(ready)} may enter`, tone: 'busy' };
  return {
    sentence: `${exact ? '' : 'more than '}${newer.length} behind`,
    tone: 'quiet',
  };
}

/** `exact` is false when what stands in the stage is older than the page. */
function newerThanHere(
  { name, here }: PipelineStage,
  { items, next }: FreightPage,
): { newer: FreightItem[]; exact: boolean } {
  const comes = items.filter(item =>
    item.cells.some(
      cell => cell.stage === name && cell.state !== 'notOnItsWay',
    ),
  );
  const standing = new Set(here.map(item => item.name));
  const at = comes.findIndex(item => standing.has(item.name));
  if (at !== -1) return { newer: comes.slice(0, at), exact: true };
  return { newer: comes, exact: next === undefined };
}
