export { discoverCommits } from './discoverCommits';
export { selectCommits, selectTags } from './selectCommits';
