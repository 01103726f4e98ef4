import { writeFileSync } from 'fs';
import { renderStepDocs } from './renderStepDocs';

const [, , folder, file] = process.argv;
writeFileSync(file, renderStepDocs(folder));
