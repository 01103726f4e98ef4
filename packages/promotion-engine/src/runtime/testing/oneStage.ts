import { WEB, webStage } from './web';

/** A pipeline of one stage, dev, up to what its promotions do: tests add `promotionTemplate`, and what else they need. */
export const ONE_STAGE = `${WEB}${webStage('dev')}`;
