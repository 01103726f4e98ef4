import {
  HttpAuthService,
  UserInfoService,
} from '@backstage/backend-plugin-api';
import { createValidatedOpenApiRouter } from '@backstage/backend-openapi-utils';
import { spec } from '../schema/generated/spec';
import { GatekeepingService } from '../service/gatekeeping';
import { OverviewService } from '../service/overview';
import { PeopleService } from '../service/people';
import { RolloutService } from '../service/rollouts';
import { StevedoreService } from '../service/StevedoreService';

export interface RouterDeps {
  service: StevedoreService;
  gatekeeping: GatekeepingService;
  people: PeopleService;
  rollouts: RolloutService;
  overview: OverviewService;
  httpAuth: HttpAuthService;
  userInfo: UserInfoService;
}

export interface RouterOptions {
  /** Answers are checked against the specification too; for tests. */
  validateResponses?: boolean;
}

/** A router that takes what the specification describes, and nothing else. */
export const newRouter = ({ validateResponses = false }: RouterOptions = {}) =>
  createValidatedOpenApiRouter(spec, {
    validatorOptions: { validateResponses },
  });
