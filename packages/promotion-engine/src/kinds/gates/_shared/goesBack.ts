import { GateInput } from '../../../decide/evaluateGates';

/** A rollback to what was verified in the stage itself needs no other stage's word: the sentence that says so. */
export function goesBack(
  input: Pick<GateInput, 'stage' | 'freight' | 'freightStages' | 'rollback'>,
): string | undefined {
  const { stage, freight, freightStages, rollback } = input;
  const verified = freightStages?.some(
    row =>
      row.freight === freight.name &&
      row.stage === stage.name &&
      row.verifiedAt !== undefined,
  );
  return rollback && verified
    ? `goes back to what was verified in ${stage.name} itself`
    : undefined;
}
