import { abortSuite } from './aborts';
import { approvalSuite } from './approvals';
import { autoRollbackSuite } from './autoRollbacks';
import { askingSuite } from './asking';
import { authorSuite } from './authors';
import { delegationSuite } from './delegations';
import { emergencySuite } from './emergencies';
import { expirySuite } from './expiry';
import { deathSuite } from './deaths';
import { digestSuite } from './digests';
import { externalCallSuite } from './externalCalls';
import { freezeSuite } from './freezes';
import { gateFactSuite } from './gateFacts';
import { invariantSuite } from './invariants';
import { lockSuite } from './locks';
import { queueSuite } from './queues';
import { releaseSuite } from './releases';
import { retrySuite } from './retries';
import { rollbackSuite } from './rollbacks';
import { supersedingSuite } from './supersedings';
import { tagSuite } from './tags';
import { windowSuite } from './windows';
import { OpenStore } from './worldsOn';

/** What the engine promises, on whatever store; each test opens an empty one. */
export function engineSuite(open: OpenStore): void {
  releaseSuite(open);
  approvalSuite(open);
  emergencySuite(open);
  delegationSuite(open);
  authorSuite(open);
  expirySuite(open);
  askingSuite(open);
  abortSuite(open);
  retrySuite(open);
  externalCallSuite(open);
  supersedingSuite(open);
  rollbackSuite(open);
  autoRollbackSuite(open);
  tagSuite(open);
  windowSuite(open);
  freezeSuite(open);
  lockSuite(open);
  queueSuite(open);
  gateFactSuite(open);
  digestSuite(open);
  invariantSuite(open);
  deathSuite(open);
}
