import { FreightMark } from '@stevedore/plugin-stevedore-common';
import { PersonName } from '../../components/text';
import { RelativeTime } from '../../components/time';

/** Who said it, when and why. */
export function Said({ mark }: { mark: FreightMark }) {
  return (
    <>
      <PersonName entityRef={mark.actor} /> <RelativeTime at={mark.at} />: “
      {mark.reason}”
    </>
  );
}
