/** Kubernetes allows 253 characters; 35 of them are `.<ulid>.<7 of the freight>`. */
const MAX_PREFIX = 218;
const FREIGHT_DIGITS = 7;

export interface PromotionNameParts {
  stage: string;
  /** A part of the stage that is promoted by itself (Kargo: target). */
  target?: string;
  ulid: string;
  /** Freight name. */
  freight: string;
}

/**
 * `<stage>[.<target>].<ulid>.<7 of freight>`, lower case (Kargo: GeneratePromotionName).
 * @returns '' when a part is empty.
 */
export function promotionName(parts: PromotionNameParts): string {
  const { stage, target, ulid, freight } = parts;
  if (stage === '' || freight === '' || target === '') return '';
  const whole = target === undefined ? stage : `${stage}.${target}`;
  // a name must not have an empty label, which a cut can make
  const prefix =
    whole.length > MAX_PREFIX
      ? whole.slice(0, MAX_PREFIX).replace(/[.-]+$/, '')
      : whole;
  return `${prefix}.${ulid}.${freight.slice(0, FREIGHT_DIGITS)}`.toLowerCase();
}
