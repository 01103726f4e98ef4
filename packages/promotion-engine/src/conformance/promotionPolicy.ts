import { isAutoPromotionEnabled } from '../decide/isAutoPromotionEnabled';
import { StageSelector } from '../model/definition';
import { suite } from './answer';

interface Input {
  policies?: {
    stage?: string;
    stageSelector?: StageSelector;
    autoPromotionEnabled?: boolean;
  }[];
  stage: { name: string; labels?: Record<string, string> };
}

export const promotionPolicy = suite<Input>(({ policies, stage }) => {
  const model = (policies ?? []).map(
    ({ stage: name, stageSelector, autoPromotionEnabled = false }) => ({
      selector: stageSelector ?? { name },
      autoPromotionEnabled,
    }),
  );
  return {
    enabled: isAutoPromotionEnabled(model, {
      name: stage.name,
      labels: stage.labels ?? {},
    }),
  };
});
