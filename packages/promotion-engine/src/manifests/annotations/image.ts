import { ImageSubscription } from '../../model/definition';
import {
  isImageRepository,
  REPOSITORY_CURE,
} from '../documents/image-subscription';
import { ENTRY_END, Located, Scanner, Token } from './scanner';

export interface ImageEntry {
  /** Given before `=`, or the last part of the repository. */
  name: Located<string>;
  named: boolean;
  repository: Located<string>;
  strategy: ImageSubscription['imageSelectionStrategy'];
  constraint?: Located<string>;
}

/** A blank before `=` may also begin a range (`nginx =1.0.0`), so then a path must follow. */
const NAME = /[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?(?==|[ \t]+=[ \t]*[^\s;]*\/)/;
const REPOSITORY: Token = {
  pattern: /[^\s=;]+/,
  word: 'an image repository',
  cure: REPOSITORY_CURE,
};
const STRATEGY = /(SemVer|Lexical|NewestBuild|Digest)(?=\s|;|$)/;
const RANGE = /[^;\n]*[^;\s]/;

/** `image = entries of: [ name, "=" ], repository, [ strategy ], [ range ]` */
export function parseImages(text: string): ImageEntry[] {
  const scanner = new Scanner(text);
  return scanner.entries(ENTRY_END, () => {
    const name = scanner.accept(NAME);
    if (name) {
      scanner.accept(/=/);
    }
    const repository = scanner.expect(REPOSITORY);
    if (!isImageRepository(repository.value)) {
      throw scanner.fault(
        `${repository.value} is no image repository.`,
        REPOSITORY_CURE,
        repository.offset,
      );
    }
    const strategy = (scanner.accept(STRATEGY)?.value ??
      'SemVer') as ImageEntry['strategy'];
    const constraint = scanner.accept(RANGE);
    if (strategy === 'Digest' && !constraint) {
      throw scanner.fault(
        'Digest needs the tag to watch.',
        'Write it after Digest, such as Digest latest.',
      );
    }
    if (constraint && (strategy === 'Lexical' || strategy === 'NewestBuild')) {
      throw scanner.fault(
        `${strategy} takes no range.`,
        'Remove the range, or use SemVer.',
        constraint.offset,
      );
    }
    return {
      name: name ?? {
        value: lastPart(repository.value),
        offset: repository.offset,
      },
      named: name !== undefined,
      repository,
      strategy,
      ...(constraint ? { constraint } : {}),
    };
  });
}

function lastPart(repository: string): string {
  return repository.slice(repository.lastIndexOf('/') + 1);
}
