import { selectImages as select } from '../kinds/sources/image';
import { ImageSubscription } from '../model/definition';
import { ImageMetadata } from '../ports/registry';
import { suite } from './answer';

interface Input extends Partial<ImageSubscription> {
  strategy: ImageSubscription['imageSelectionStrategy'] | '';
  tags?: Omit<ImageMetadata, 'annotations'>[];
}

export const selectImages = suite<Input>(({ strategy, tags, ...rest }) => {
  const subscription: ImageSubscription = {
    repoURL: 'registry.example.com/app',
    imageSelectionStrategy: strategy || 'SemVer',
    constraint: rest.constraint,
    strictSemvers: rest.strictSemvers ?? false,
    allowTagsRegexes: rest.allowTagsRegexes ?? [],
    ignoreTagsRegexes: rest.ignoreTagsRegexes ?? [],
    platform: rest.platform,
    // here 0 means "no limit"; a manifest's limit starts at 1
    discoveryLimit: rest.discoveryLimit || Infinity,
    insecureSkipTLSVerify: false,
  };
  const images = (tags ?? []).map(tag => ({ ...tag, annotations: {} }));
  return select(subscription, images).map(({ tag, digest }) => ({
    tag,
    digest,
  }));
});
