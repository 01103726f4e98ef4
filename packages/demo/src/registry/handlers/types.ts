import { IncomingMessage, ServerResponse } from 'node:http';
import { ContentStore } from '../ContentStore';
import { Notifier } from '../Notifier';
import { Uploads } from '../Uploads';

export interface RegistryContext {
  readonly store: ContentStore;
  readonly uploads: Uploads;
  readonly notifier: Notifier;
  /** The most tags in one page, whatever the client asks for. */
  readonly pageSize: number;
}

/** One request, matched to a route. */
export interface Exchange {
  readonly context: RegistryContext;
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly query: URLSearchParams;
  readonly repository: string;
  /** Tag, digest or upload id: what follows in the path. */
  readonly reference: string;
}

export type Handler = (exchange: Exchange) => Promise<void>;

/** 64 MiB: images here hold one text file. */
export const BODY_LIMIT = 64 * 1024 * 1024;
