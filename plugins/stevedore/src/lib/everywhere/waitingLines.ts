import { Waiting } from '@stevedore/plugin-stevedore-common';
import { personName, freightVersion } from '../words/names';
import { asSentence } from '../words/plainRefs';

export interface WaitingLine {
  key: string;
  project: string;
  /** Component of the project; absent: it is not known. */
  entityRef?: string;
  stage: string;
  promotion: string;
  /** What is to be done: `Review 1.4.2 for prod`. */
  act: string;
  /** After component and stage. */
  sentence: string;
  reason?: string;
  /** ISO 8601: since when. */
  since: string;
}

/** What waits for the reader as it is read, the longest waiting first within each page. */
export function waitingLines(pages: readonly Waiting[]): WaitingLine[] {
  return pages.flatMap(page =>
    [...decisions(page), ...questions(page), ...reviews(page)]
      .map(line => ({ ...line, entityRef: page.entityRefs[line.project] }))
      .sort((a, b) => Date.parse(a.since) - Date.parse(b.since)),
  );
}

function decisions({ items }: Waiting): WaitingLine[] {
  return items.map(({ project, stage, name, ...promotion }) => {
    const version = freightVersion(promotion.freight);
    return {
      key: `decide ${project} ${name}`,
      project,
      stage,
      promotion: name,
      act: `Review ${version} for ${stage}`,
      sentence: `waits for your approval of ${version}, requested by ${personName(
        promotion.requester,
      )}`,
      reason: promotion.reason,
      since: promotion.requestedAt,
    };
  });
}

function questions({ steps = [] }: Waiting): WaitingLine[] {
  return steps.map(({ promotion, step, ask }) => ({
    key: `answer ${promotion.project} ${promotion.name} ${step}`,
    project: promotion.project,
    stage: promotion.stage,
    promotion: promotion.name,
    act: `Answer for ${freightVersion(promotion.freight)} in ${
      promotion.stage
    }`,
    sentence: `asks you: ${asSentence(ask.sentence)}`,
    since: promotion.requestedAt,
  }));
}

function reviews(page: Waiting): WaitingLine[] {
  return (page.reviews ?? []).map(
    ({ project, stage, promotion, by, reason, openedAt }) => ({
      key: `review ${project} ${promotion}`,
      project,
      stage,
      promotion,
      act: `Look at the emergency in ${stage}`,
      sentence: `was passed in an emergency by ${by
        .map(personName)
        .join(' and ')}, and somebody has to look at it`,
      reason,
      since: openedAt,
    }),
  );
}
