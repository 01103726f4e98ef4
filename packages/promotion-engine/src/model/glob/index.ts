export { compileGlob } from './compileGlob';
