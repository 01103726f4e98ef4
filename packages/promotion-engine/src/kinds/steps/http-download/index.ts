import { createHash } from 'crypto';
import { errored, failed, StepOutcome } from '../../../model/outcome';
import { HttpResponse } from '../../../ports/runtime';
import { defineStep, StepContext } from '../../../registry/step';
import { checkPinned, DOWNLOAD_BYTES } from '../_shared/download';
import { durationOf, plainAddress, requestOf } from '../_shared/httpRequest';
import { httpDownloadExamples } from './examples';
import { HttpDownloadConfig, httpDownloadSchema } from './schema';

type Failure = Extract<StepOutcome, { status: 'failed' }>;
type Context = StepContext<'http' | 'workspace'>;

const TIMEOUT_MS = 5 * 60_000;
/** Hosts of releases lead to where the file is; more than that is a circle. */
const MOST_REDIRECTS = 5;

/**
 * Kargo's `http-download`. It only reads the world, so it may be done again; what it got the first time is pinned by
 * its hash, so that a replay cannot get something else unnoticed.
 */
export const httpDownloadStep = defineStep<
  HttpDownloadConfig,
  'http' | 'workspace'
>({
  id: 'http-download',
  effect: 'workspace',
  schema: httpDownloadSchema,
  capabilities: ['http', 'workspace'],
  examples: httpDownloadExamples,
  async run(context, config) {
    const { workspace } = context;
    const { outPath, allowOverwrite } = config;
    if (!allowOverwrite && (await workspace.stat(outPath)) !== undefined)
      return failed(
        `http-download: there is a file ${outPath} already; set allowOverwrite to replace it`,
      );
    const answer = await fetchFile(context, config);
    if ('message' in answer) return answer;
    const bytes = answer.bytes!;
    const hash = createHash('sha256').update(bytes).digest('hex');
    const changed = await checkPinned(context, `sha256:${hash}`);
    if (changed)
      return errored(`http-download: ${config.url}: ${changed}`, true);
    await workspace.writeBytes(outPath, bytes);
    return {
      status: 'succeeded',
      message: `downloaded ${bytes.length} bytes to ${outPath}`,
    };
  },
});

/** Follows redirects; each address has to be allowed, and headers stay with the host that they were meant for. */
async function fetchFile(
  { http, signal, refusal }: Context,
  config: HttpDownloadConfig,
): Promise<HttpResponse | Failure> {
  let request = requestOf(config);
  const timeoutMs = durationOf('timeout', config.timeout, TIMEOUT_MS);
  for (let count = 0; count <= MOST_REDIRECTS; count += 1) {
    const { url } = request;
    const shown = plainAddress(new URL(url));
    const refused = await refusal({ kind: 'http', url, access: 'read' });
    if (refused) return failed(refused) as Failure;
    const response = await http.send({
      ...request,
      method: 'GET',
      timeoutMs,
      largestBytes: DOWNLOAD_BYTES,
      signal,
    });
    const { status, headers } = response;
    if (status >= 200 && status < 300) return response;
    const { location } = headers;
    if (status < 300 || status > 399 || !location)
      return errored(`http-download: GET ${shown}: ${status}`) as Failure;
    const next = new URL(location, url);
    const stays = next.origin === new URL(url).origin;
    request = {
      ...request,
      url: next.href,
      headers: stays ? request.headers : {},
    };
  }
  return errored(
    `http-download: ${config.url} leads on more than ${MOST_REDIRECTS} times`,
    true,
  ) as Failure;
}
