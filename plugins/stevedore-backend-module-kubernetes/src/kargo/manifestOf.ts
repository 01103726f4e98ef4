import { ManifestFile } from '@stevedore/promotion-engine';
import { Document, isScalar, Tags, visit } from 'yaml';
import { ResourceKind } from '../api/resourceKind';
import { KargoObject } from './kargoKinds';

/** Annotations that define something; the others are requests to controllers, or notes of tools. */
const DEFINING =
  /^(stevedore\.dev\/.+|kargo\.akuity\.io\/(description|color))$/;

/**
 * An object as a person would have written it: without what the API server and controllers add, so that a new status
 * is no new definition.
 */
export function manifestOf(
  { group, version, kind }: ResourceKind,
  object: KargoObject,
): ManifestFile {
  const { name, namespace, labels, annotations = {} } = object.metadata;
  const defining = Object.entries(annotations).filter(([key]) =>
    DEFINING.test(key),
  );
  const {
    apiVersion,
    kind: _,
    metadata,
    status,
    ...rest
  } = object as KargoObject & { status?: unknown };
  const manifest = {
    apiVersion: `${group}/${version}`,
    kind,
    metadata: {
      name,
      ...(namespace && { namespace }),
      ...(labels && { labels }),
      ...(defining.length > 0 && { annotations: Object.fromEntries(defining) }),
    },
    ...rest,
  };
  return { name: `${kind}/${name}.yaml`, text: yamlOf(manifest) };
}

const MERGE = 'tag:yaml.org,2002:merge';

const tagOf = (tag: Tags[number]) => (typeof tag === 'string' ? tag : tag.tag);

/** As definitions are read: `yes` and `1:30` keep their quotes, and a key `<<` is a key. */
function yamlOf(manifest: object): string {
  const document = new Document(manifest, {
    version: '1.1',
    customTags: tags => tags.filter(tag => tagOf(tag) !== MERGE),
    aliasDuplicateObjects: false,
  });
  visit(document, {
    Pair(_, { key }) {
      if (isScalar(key) && key.value === '<<') key.type = 'QUOTE_DOUBLE';
    },
  });
  return document.toString({ lineWidth: 0 });
}
