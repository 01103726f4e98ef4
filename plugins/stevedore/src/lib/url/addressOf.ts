import { UrlState, writeUrlState } from './urlState';

/** Where the tab shows this. @param tab its own address */
export function addressOf(tab: string, state: UrlState): string {
  const search = writeUrlState(new URLSearchParams(), state).toString();
  return search ? `${tab}?${search}` : tab;
}
