import { setTimeout as delay } from 'node:timers/promises';
import { Kind, KubernetesObject, ObjectName } from './kinds';
import { KubernetesClient } from './KubernetesClient';

/** Before a watch that broke is made again. */
const PAUSE_MILLISECONDS = 200;

const keyOf = ({ namespace, name }: ObjectName) => `${namespace}/${name}`;

/** A copy of all objects of a kind that follows the cluster. */
export class Informer<T extends KubernetesObject> {
  private readonly objects = new Map<string, T>();
  private readonly stopped = new AbortController();
  private readonly listeners: ((object: T) => void)[] = [];
  private following?: Promise<void>;
  private listed = () => {};

  constructor(readonly client: KubernetesClient, readonly kind: Kind) {}

  /** Told of every object that is there, and of every change. */
  onChange(listener: (object: T) => void): void {
    this.listeners.push(listener);
  }

  /** Resolves when it knows what is there. */
  async start(): Promise<void> {
    const listed = new Promise<void>(resolve => {
      this.listed = resolve;
    });
    this.following = this.follow();
    await listed;
  }

  async stop(): Promise<void> {
    this.stopped.abort();
    await this.following;
  }

  get(at: ObjectName): T | undefined {
    return this.objects.get(keyOf(at));
  }

  all(): T[] {
    return [...this.objects.values()];
  }

  /** Takes over what the server answered to a write; the watch may be ahead of that answer, or behind it. */
  put(object: T): void {
    if (!this.isOlder(object)) {
      this.objects.set(keyOf(object.metadata), object);
    }
  }

  private async follow(): Promise<void> {
    const { signal } = this.stopped;
    while (!signal.aborted) {
      await this.look(signal).catch(() => {});
      await delay(PAUSE_MILLISECONDS, undefined, { signal }).catch(() => {});
    }
  }

  private async look(signal: AbortSignal): Promise<void> {
    const { items, metadata } = await this.client.list<T>(this.kind);
    this.objects.clear();
    for (const object of items) this.put(object);
    this.listed();
    for (const object of items) this.tell(object);
    const { resourceVersion } = metadata;
    for await (const { type, object } of this.client.watch<T>(
      this.kind,
      resourceVersion,
      signal,
    )) {
      if (type === 'ERROR') return;
      if (type === 'DELETED') this.objects.delete(keyOf(object.metadata));
      if (type !== 'ADDED' && type !== 'MODIFIED') continue;
      this.put(object);
      this.tell(object);
    }
  }

  private isOlder({ metadata }: T): boolean {
    const known = this.get(metadata)?.metadata.resourceVersion;
    return Number(metadata.resourceVersion) < Number(known ?? 0);
  }

  private tell(object: T): void {
    for (const listener of this.listeners) listener(object);
  }
}
