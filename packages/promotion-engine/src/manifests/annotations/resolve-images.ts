import { normalizeImage } from '../../model/urls';
import { suggestion } from '../nearest';
import { ReadOptions } from '../options';
import { ImageEntry } from './image';
import { EntityAnnotation } from './names';
import { ParsedAnnotations } from './parse';
import { AnnotatedPipeline } from './pipeline';
import { AnnotationProblems } from './problems';

/** Images with ranges that are right and names that differ. */
export function checkImages(
  images: ImageEntry[],
  problems: AnnotationProblems,
  checkConstraint: ReadOptions['checkConstraint'],
): void {
  const key = EntityAnnotation.image;
  const seen = new Set<string>();
  for (const { name, repository, strategy, constraint } of images) {
    const identity = normalizeImage(repository.value);
    if (seen.has(identity)) {
      const message = `${repository.value} is listed twice`;
      problems.add({
        key,
        message,
        cure: 'Remove one of the two.',
        offset: repository.offset,
      });
    } else if (seen.has(`${name.value}=`)) {
      const message = `Two images are called ${name.value}`;
      problems.add({
        key,
        message,
        cure: 'Give one a name: NAME=REPOSITORY.',
        offset: name.offset,
      });
    }
    seen.add(identity).add(`${name.value}=`);
    const fault =
      constraint && strategy === 'SemVer'
        ? checkConstraint?.(constraint.value)
        : undefined;
    if (constraint && fault) {
      problems.add({
        key,
        message: `${JSON.stringify(
          constraint.value,
        )} is no version range: ${fault}`,
        cure: 'Write a range such as ^1.0.0 or >=1.2 <2.',
        offset: constraint.offset,
      });
    }
  }
}

/** Where each image's version is written; none: the kustomization of the directory. */
export function resolveUpdates(
  parsed: ParsedAnnotations,
  problems: AnnotationProblems,
): AnnotatedPipeline['updates'] {
  const key = EntityAnnotation.update;
  const images = parsed.images ?? [];
  const names = images.map(({ name }) => name.value);
  const updates = parsed.updates.flatMap(entry => {
    const target = entry.image
      ? images.find(({ name }) => name.value === entry.image?.value)
      : images[0];
    if (entry.image && !target) {
      const cure = suggestion(entry.image.value, names);
      problems.add({
        key,
        message: `There is no image ${entry.image.value}`,
        cure,
        offset: entry.image.offset,
      });
    }
    if (!entry.image && images.length > 1) {
      problems.add({
        key,
        message: `It is not clear which of ${names.join(', ')} is written`,
        cure: `Write ${names[0]} = ${entry.file}:${entry.key}.`,
        offset: 0,
      });
    }
    return target ? [{ ...entry, target }] : [];
  });
  const forgotten = images.filter(
    image => !updates.some(({ target }) => target === image),
  );
  if (updates.length > 0 && forgotten.length > 0 && !problems.failed) {
    const { value } = forgotten[0].name;
    problems.add({
      key,
      message: `Nothing writes the image ${value}`,
      cure: `Add ; ${value} = FILE:KEY.`,
      offset: 0,
    });
  }
  return updates;
}
