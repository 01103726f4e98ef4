// Shows ESLint a pure function and one of each impurity, as if they stood in the
// engine's decide/ folder.
import { createRequire } from 'node:module';
import { fromRoot } from '../lib/root.mjs';

const RULES = [
  'no-restricted-globals',
  'no-restricted-properties',
  'no-restricted-syntax',
];

const PURE =
  'export const rule = (now: Date) => new Date(now).getTime() > 0;\n';

const IMPURE = {
  'Date.now()': 'export const rule = () => Date.now();\n',
  'new Date()': 'export const rule = () => new Date();\n',
  'Math.random()': 'export const rule = () => Math.random();\n',
  'an async function': 'export async function rule() {\n  return 1;\n}\n',
  'a timer': 'export const rule = () => setTimeout(() => {}, 1);\n',
  fetch: "export const rule = () => fetch('http://localhost');\n",
  process: 'export const rule = () => process.env.HOME;\n',
  'globalThis.fetch': "export const rule = () => globalThis.fetch('x');\n",
  'an enum': 'export enum State {\n  On,\n}\n',
};

/** @returns {Promise<{ name: string, failure?: string }[]>} */
export async function checkPlantedImpurity() {
  const { ESLint } = createRequire(fromRoot('package.json'))('eslint');
  const eslint = new ESLint({ cwd: fromRoot('packages/promotion-engine') });
  const spoken = await Promise.all(
    ['model', 'decide', 'expressions', 'manifests'].map(folder =>
      findings(eslint, folder, PURE),
    ),
  );
  const cases = Object.entries(IMPURE).map(async ([name, code]) => {
    const found = await findings(eslint, 'decide', code);
    return {
      name: `fails on ${name}`,
      failure: found.length > 0 ? '' : 'no purity rule spoke',
    };
  });
  return [
    { name: 'passes a pure function', failure: spoken.flat().join('\n') },
    ...(await Promise.all(cases)),
  ];
}

async function findings(eslint, folder, code) {
  const [{ messages }] = await eslint.lintText(code, {
    filePath: fromRoot('packages/promotion-engine/src', folder, 'planted.ts'),
  });
  return messages
    .filter(({ ruleId, fatal }) => fatal || RULES.includes(ruleId))
    .map(({ ruleId, message }) => `${ruleId}: ${message}`);
}
