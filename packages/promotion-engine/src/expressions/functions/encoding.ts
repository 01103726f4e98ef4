import { Fault } from '../errors';
import { STRING, UNKNOWN } from '../types/staticType';
import { typeWord } from '../values/describe';
import { marshalJson } from '../values/json';
import { decodeJson } from '../values/decodeJson';
import { decodeText, encodeText } from '../values/text';
import { FunctionSet, functionSet, typed } from './definition';

const ANY = { parameters: [UNKNOWN] };
const TEXT = { parameters: [STRING] };

/** expr-lang's JSON and base64 functions, and `type`. */
export const encodingFunctions: FunctionSet = functionSet({
  type: typed({
    signatures: [ANY],
    result: STRING,
    call: ([value]) => typeWord(value),
  }),
  toJSON: typed({
    signatures: [ANY],
    result: STRING,
    call: ([value], { budget }) => marshalJson(value, budget, '  '),
  }),
  fromJSON: typed({
    signatures: [TEXT],
    result: UNKNOWN,
    call: ([text], { budget }) => decodeJson(text as string, budget),
  }),
  toBase64: typed({
    signatures: [TEXT],
    result: STRING,
    call: ([text]) =>
      Buffer.from(encodeText(text as string)).toString('base64'),
  }),
  fromBase64: typed({
    signatures: [TEXT],
    result: STRING,
    call: ([text]) => fromBase64(text as string),
  }),
});

/** Go's `base64.StdEncoding`: padding is required, line breaks are skipped. */
function fromBase64(text: string): string {
  const compact = text.replace(/[\r\n]/g, '');
  if (
    !/^([A-Za-z0-9+/]{4})*([A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/.test(
      compact,
    )
  ) {
    throw new Fault('illegal base64 data');
  }
  return decodeText(Buffer.from(compact, 'base64'));
}
