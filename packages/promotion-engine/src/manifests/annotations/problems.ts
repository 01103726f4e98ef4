import { Problem } from '../../model/definition';
import { formatPath } from '../path';
import { locateOffset } from '../text-positions';
import { AnnotationPositions } from './positions';

/** The catalog entity whose annotations are read. */
export interface AnnotatedEntity {
  /** Full entity ref, `component:default/web`. */
  ref: string;
  name: string;
  annotations: Readonly<Record<string, string>>;
}

export interface AnnotationFault {
  /** Full annotation name. */
  key: string;
  message: string;
  cure: string;
  /** Character of the value, from 0; absent: the annotation's name. */
  offset?: number;
  severity?: Problem['severity'];
}

/** Turns faults of annotations into problems that point at the character, where the file is known. */
export class AnnotationProblems {
  readonly list: Problem[] = [];
  readonly #entity: AnnotatedEntity;
  readonly #positions?: AnnotationPositions;

  constructor(entity: AnnotatedEntity, positions?: AnnotationPositions) {
    this.#entity = entity;
    this.#positions = positions;
  }

  get failed(): boolean {
    return this.list.some(({ severity }) => severity === 'error');
  }

  add({ key, message, cure, offset, severity }: AnnotationFault): void {
    const place = this.#positions?.annotations[key];
    const known =
      place &&
      (offset === undefined ? place.key : locateOffset(place.value, offset));
    const counted =
      known || offset === undefined ? '' : ` (character ${offset + 1})`;
    this.list.push({
      severity: severity ?? 'error',
      verdict: 'runnable',
      message: `${key}: ${message.replace(/\.$/, '')}${counted}.`,
      cure,
      ...(known && this.#positions
        ? { position: { file: this.#positions.file, ...known } }
        : {}),
      object: this.#entity.ref,
      field: formatPath(['metadata', 'annotations', key]),
    });
  }
}
