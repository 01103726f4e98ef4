import { text } from './fields';

const REPOSITORY = String.raw`^(oci://)?[a-zA-Z0-9._-]+(:\d+)?(/[a-zA-Z0-9._-]+)*`;

/** An image or artifact with a tag or a digest. */
export const sourceReference = text.regex(
  new RegExp(`${REPOSITORY}[@:][a-zA-Z0-9._:-]+$`),
  'must be a repository with a tag or a digest',
);

/** An image or artifact with a tag. */
export const targetReference = text.regex(
  new RegExp(`${REPOSITORY}[:][a-zA-Z0-9._-]+$`),
  'must be a repository with a tag',
);
