import { GitIdentity, TagOptions } from '../../../ports/git';
import { explainFailure } from '../explainFailure';
import { GitFailure } from '../GitFailure';
import { assertRefName } from '../refNames';
import { signerOf } from '../signing/signerOf';
import { Checkout } from './Checkout';
import { commitMessage } from './commitMessage';
import { writeKeepAliveRef } from './keepAliveRef';
import { unixSeconds } from '../unixSeconds';

/** A tag object on the head of a checkout (git-mktag); the run's own ref keeps it alive. */
export async function tagCheckout(
  { record, mirror, place, refName }: Checkout,
  options: TagOptions,
): Promise<{ object: string; commit: string }> {
  const tag = assertRefName('tag', options.tag);
  const date = unixSeconds(options.at);
  const lines = [
    `object ${record.head}`,
    'type commit',
    `tag ${tag}`,
    `tagger ${printed(options.tagger)} ${date} +0000`,
    '',
    commitMessage(options.message, {}),
  ];
  try {
    const unsigned = lines.join('\n');
    const signer = signerOf(mirror.context, options.tagger);
    const signature = await signer?.(Buffer.from(unsigned), date);
    const object = (await mirror.git(['mktag'], unsigned + (signature ?? '')))
      .toString()
      .trim();
    const number = refName.slice(place.runId.length + 1);
    await writeKeepAliveRef(
      mirror,
      `${place.runId}/tags-${number}/${object}`,
      object,
    );
    return { object, commit: record.head };
  } catch (error) {
    throw error instanceof GitFailure
      ? explainFailure('tag a commit of', mirror.remote.url, error)
      : error;
  }
}

/** What Git itself leaves out of names and addresses, because its own lines are made of it. */
function printed({ name, email }: GitIdentity): string {
  // eslint-disable-next-line no-control-regex
  const clean = (text: string) => text.replace(/[<>\x00-\x1f]/g, '').trim();
  return `${clean(name)} <${clean(email)}>`;
}
