import { normalizeChart, normalizeGit, normalizeImage } from '../model/urls';
import { suite } from './answer';

const BY_KIND = {
  git: normalizeGit,
  image: normalizeImage,
  chart: normalizeChart,
};

export const normalize = suite<{ kind: keyof typeof BY_KIND; url: string }>(
  ({ kind, url }) => BY_KIND[kind](url),
);
