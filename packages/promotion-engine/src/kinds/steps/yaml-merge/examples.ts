import { StepExample } from '../../../registry/step';

const files = {
  'src/base.yaml':
    '# defaults\nimage:\n  tag: "1.0.0" # set by promotions\nreplicas: 1\ndebug: true\n',
  'src/prod.yaml': 'image:\n  tag: 1.1.0\nreplicas: 3\ndebug: null\n',
};

export const yamlMergeExamples: StepExample[] = [
  {
    title: 'writes later files over earlier ones, in the look of the first',
    config: {
      inFiles: ['./src/base.yaml', './src/prod.yaml'],
      outFile: './src/out/values.yaml',
    },
    files,
    after: {
      'src/out/values.yaml':
        '# defaults\nimage:\n  tag: "1.1.0" # set by promotions\nreplicas: 3\n',
    },
  },
  {
    title: 'goes on without a file that is missing, where that is allowed',
    config: {
      inFiles: ['./src/none.yaml', './src/prod.yaml'],
      outFile: './out.yaml',
      ignoreMissingFiles: true,
    },
    files,
    after: {
      'out.yaml': 'image:\n  tag: 1.1.0\nreplicas: 3\ndebug: null\n',
    },
  },
  {
    title: 'names a file that is missing',
    config: {
      inFiles: ['./src/base.yaml', './src/none.yaml'],
      outFile: './out.yaml',
    },
    files,
    status: 'failed',
    message: 'there is no file ./src/none.yaml',
  },
  {
    title: 'names what does not go together',
    config: { inFiles: ['a.yaml', 'b.yaml'], outFile: 'a.yaml' },
    files: { 'a.yaml': 'image: web\n', 'b.yaml': 'image: {tag: 1}\n' },
    status: 'failed',
    message: 'b.yaml: image is a single value and cannot be merged with a map',
  },
];
