import {
  parseStageResourceRef,
  stageResourceRef,
  stevedorePermissions,
} from './index';

it('keeps the names, actions and resource type that policies rest on', () => {
  expect(
    stevedorePermissions.map(each => [each.name, each.attributes.action]),
  ).toEqual([
    ['stevedore.pipeline.read', 'read'],
    ['stevedore.plan.read', 'read'],
    ['stevedore.promotion.create', 'create'],
    ['stevedore.promotion.approve', 'update'],
    ['stevedore.promotion.break-glass', 'update'],
    ['stevedore.promotion.review', 'update'],
    ['stevedore.promotion.respond', 'update'],
    ['stevedore.promotion.abort', 'update'],
    ['stevedore.promotion.retry', 'update'],
    ['stevedore.freight.create', 'create'],
    ['stevedore.freight.update', 'update'],
    ['stevedore.freight.waive', 'update'],
    ['stevedore.freight.quarantine', 'update'],
    ['stevedore.freight.lift', 'update'],
    ['stevedore.warehouse.refresh', 'update'],
    ['stevedore.stage.hold', 'update'],
    ['stevedore.stage.verify', 'update'],
    ['stevedore.stage.lock', 'update'],
    ['stevedore.stage.freeze', 'update'],
    ['stevedore.freight.test', 'update'],
    ['stevedore.stage.rollback', 'update'],
    ['stevedore.stage.rollout', 'update'],
  ]);
  expect(new Set(stevedorePermissions.map(each => each.resourceType))).toEqual(
    new Set(['stevedore-stage']),
  );
});

it('names a stage, or all stages, and reads the name back', () => {
  expect(parseStageResourceRef(stageResourceRef('web', 'prod'))).toEqual({
    project: 'web',
    stage: 'prod',
  });
  expect(parseStageResourceRef(stageResourceRef('web'))).toEqual({
    project: 'web',
    stage: undefined,
  });
});
