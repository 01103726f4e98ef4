export { typeScriptFlags } from './backend/typeScriptFlags';
export * from './cluster';
export * from './git';
export * from './http';
export * from './kubernetes';
export * from './registry';
