import { Readable } from 'stream';
import { errored } from '../../../model/outcome';
import { defineStep } from '../../../registry/step';
import { ARCHIVE_LIMITS } from '../_shared/archive';
import { ignoreRules } from '../_shared/ignoreRules';
import { untarExamples } from './examples';
import { extractTree } from './extractTree';
import { UntarConfig, untarSchema } from './schema';

/** Skipped entries that are named in the log. */
const MAX_LOGGED = 20;

/** Kargo's `untar`: what is in an archive, over what is there. */
export const untarStep = defineStep<UntarConfig, 'workspace'>({
  id: 'untar',
  effect: 'workspace',
  schema: untarSchema,
  capabilities: ['workspace'],
  examples: untarExamples,
  async run({ workspace, log }, config) {
    const { inPath, outPath, stripComponents = 0, ignore } = config;
    if ((await workspace.stat(inPath)) === undefined)
      return errored(`untar: there is no ${inPath}`, true);
    const archive = await workspace.readBytes(inPath);
    const { files, skipped } = await extractTree(
      workspace,
      Readable.from([archive]),
      {
        outPath,
        stripComponents,
        isIgnored: ignoreRules(ignore),
        isCompressed: archive[0] === 0x1f && archive[1] === 0x8b,
        limits: ARCHIVE_LIMITS,
      },
    );
    for (const reason of skipped.slice(0, MAX_LOGGED))
      await log(`skipped ${reason}`);
    if (skipped.length > MAX_LOGGED)
      await log(`skipped ${skipped.length - MAX_LOGGED} more`);
    return {
      status: 'succeeded',
      message: `unpacked ${files} file${files === 1 ? '' : 's'} to ${outPath}${
        skipped.length > 0 ? `, skipped ${skipped.length} entries` : ''
      }`,
    };
  },
});
