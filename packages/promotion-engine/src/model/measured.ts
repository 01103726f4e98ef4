import { Measurement } from './verification';

/** A measurement whose phase the verifier knows itself. */
export class Judged {
  constructor(
    readonly phase: Measurement['phase'],
    readonly message?: string,
  ) {}
}

/** A measurement that goes on elsewhere. */
export class GoesOn {
  constructor(readonly againMs: number) {}
}
