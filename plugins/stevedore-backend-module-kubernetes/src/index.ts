export { stevedoreModuleKubernetes as default } from './module';
