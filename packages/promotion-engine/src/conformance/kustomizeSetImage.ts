import {
  KustomizeImage,
  kustomizeSetImageSchema,
} from '../kinds/steps/kustomize-set-image/schema';
import { setImages } from '../kinds/steps/kustomize-set-image/setImages';
import { suite } from './answer';

export const kustomizeSetImage = suite<{
  content: string;
  images: KustomizeImage[];
}>(({ content, images }) => {
  const config = kustomizeSetImageSchema.parse({ path: '.', images });
  return setImages(content, config.images ?? []);
});
