export { discoverImages } from './discoverImages';
export { selectImages } from './selectImages';
