import { GatekeepingService } from '../../service/gatekeeping';
import { OverviewService } from '../../service/overview';
import { PeopleService } from '../../service/people';
import { RolloutService } from '../../service/rollouts';
import { StevedoreService } from '../../service/StevedoreService';

/** What the router calls. */
export type Services = GatekeepingService &
  OverviewService &
  PeopleService &
  RolloutService &
  StevedoreService;

/** Method, path, body, the operation that is asked, with what, and the status of the answer. */
export type Call = [
  'get' | 'post',
  string,
  object | undefined,
  keyof Services,
  object | undefined,
  number,
];
