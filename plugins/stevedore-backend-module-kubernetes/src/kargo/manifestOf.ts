import { ManifestFile } from '@stevedore/promotion-engine';
import { stringify } from 'yaml';
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
  return {
    name: `${kind}/${name}.yaml`,
    // as definitions are read: `yes` and `1:30` keep their quotes
    text: stringify(manifest, {
      version: '1.1',
      aliasDuplicateObjects: false,
      lineWidth: 0,
    }),
  };
}
