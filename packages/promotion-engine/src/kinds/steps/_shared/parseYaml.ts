import { parseAllDocuments, ToJSOptions } from 'yaml';

/** What stands for aliases may be this many times what is written. */
const LIMITS: ToJSOptions = { maxAliasCount: 100 };

/**
 * The first document of a YAML file, as Kubernetes reads it: `yes`, `no`, `on` and `off` are true and false, `010` is
 * eight, `<<` merges, but dates and `1:30` are texts.
 * @throws Error that says where the text is no YAML
 */
export function parseYaml(text: string): unknown {
  const documents = parseAllDocuments(text, {
    version: '1.1',
    customTags: tags =>
      tags.filter(
        tag =>
          typeof tag === 'string' ||
          !(
            tag.tag.endsWith(':timestamp') ||
            ('format' in tag && tag.format === 'TIME')
          ),
      ),
    logLevel: 'silent',
  });
  const [document] = Array.isArray(documents) ? documents : [];
  const [error] = document?.errors ?? [];
  if (error)
    throw new Error(`the file cannot be read as YAML: ${error.message}`);
  return document?.toJS(LIMITS);
}
