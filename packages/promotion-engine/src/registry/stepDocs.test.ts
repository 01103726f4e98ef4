import { readFileSync } from 'fs';
import { join } from 'path';
import { builtInKinds } from './builtInKinds';
import { RunnableStepKind } from './step';
import { readmeOf, renderStepDocs } from './testing/docs/renderStepDocs';
import { fieldsOf, skeletonOf } from './testing/docs/skeleton';

const FOLDER = join(__dirname, '../kinds/steps');
const PAGE = join(__dirname, '../../../../docs/steps.md');
const steps = builtInKinds().steps as unknown as RunnableStepKind[];

describe('the documentation of the steps', () => {
  it('is what their folders say; `npm run docs` writes it', () => {
    expect(readFileSync(PAGE, 'utf8')).toBe(renderStepDocs(FOLDER));
  });

  it.each(steps.map(step => [step.id, step] as const))(
    'tells every field of %s, and no other',
    (id, { schema }) => {
      const table = [...readmeOf(FOLDER, id).matchAll(/^\| `([^`]+)`/gm)];
      expect(table.map(([, field]) => field)).toEqual(fieldsOf(schema));
    },
  );

  it('shows fields with their types', () => {
    const { schema } = steps.find(step => step.id === 'json-update')!;
    expect(skeletonOf(schema)).toBe(
      'path: text # required\nupdates: # required\n  - key: text # required\n    value: any value',
    );
  });
});
