export * from './ApiServer';
export * from './kargoStatus';
export * from './KubernetesClient';
export * from './mergePatch';
export * from './Rollouts';
