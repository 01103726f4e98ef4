import { LogPage, LogRequest } from '@stevedore/plugin-stevedore-common';
import { publicUrl } from '../../mappers/publicUrl';
import { ServiceDeps } from '../ServiceDeps';

const PAGE = 500;
/** Lines that one request passes by at most, looking for those of a step. */
const SCANNED = 10_000;

/** Oldest first. A page of one step may be shorter than asked for, or empty, and still have a next one. */
export async function getLogs(
  { store }: Pick<ServiceDeps, 'store'>,
  { project, name, after, limit = PAGE, step }: LogRequest,
): Promise<LogPage> {
  const items: LogPage['items'] = [];
  let next = after;
  for (let scanned = 0; scanned < SCANNED; ) {
    const page = await store.logs(project, name, {
      after: next,
      limit: limit - items.length,
    });
    const wanted = page.items.filter(
      line => step === undefined || line.step === step,
    );
    items.push(
      ...wanted.map(line => ({
        id: line.id,
        at: line.at,
        step: line.step,
        text: publicUrl(line.text),
      })),
    );
    next = page.next;
    if (next === undefined || items.length === limit) break;
    scanned += page.items.length;
  }
  return { items, next };
}
