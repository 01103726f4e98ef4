import { mkdir, rm } from 'fs/promises';
import { join } from 'path';
import { PathError } from '../../../model/errors';
import {
  CheckoutOptions,
  CheckoutState,
  CommitOptions,
  TagOptions,
  Workspace,
} from '../../../ports/git';
import { Mirrors } from '../Mirrors';
import { Checkout } from './Checkout';
import { commitCheckout } from './commitCheckout';
import { copyPath } from './copyPath';
import {
  clearTracked,
  deletePath,
  listNames,
  readBytes,
  writeBytes,
} from './fileOperations';
import { isExecutable } from './isExecutable';
import { removeKeepAliveRefs } from './keepAliveRef';
import { readLink, writeLink } from './links';
import { materializeAll } from './materialize';
import { isWithin, splitPath } from './pathRules';
import { prepareCheckout } from './prepareCheckout';
import { readChanges } from './readChanges';
import { readSet } from './readSet';
import { PathScope, ResolvedPath, resolvePath } from './resolvePath';
import {
  CheckoutRecord,
  loadRunState,
  RunState,
  saveRunState,
} from './runState';
import { assertLinksStayInside } from './symlinkCheck';
import { tagCheckout } from './tagCheckout';

export interface GitWorkspaceOptions {
  runId: string;
  /** What steps see. */
  root: string;
  /** What they do not see: indexes and the state of checkouts. */
  stateDirectory: string;
  mirrors: Mirrors;
  removed: () => void;
}

export class GitWorkspace implements Workspace {
  readonly scope: PathScope;
  private readonly options: GitWorkspaceOptions;
  private readonly state: RunState;
  private checkouts: Checkout[];

  constructor(options: GitWorkspaceOptions) {
    this.options = options;
    this.state = loadRunState(options.stateDirectory);
    this.checkouts = this.state.checkouts.map(record => this.open(record));
    this.scope = {
      root: options.root,
      checkoutOf: path => this.innermost(path),
    };
  }

  async checkout(options: CheckoutOptions): Promise<void> {
    const { path, kind } = await this.resolve(options.path);
    if (this.checkouts.some(checkout => checkout.record.path === path)) {
      await this.forget(path);
    } else if (
      kind !== undefined &&
      (kind !== 'directory' || (await this.list(path)).length > 0)
    ) {
      throw new PathError(
        `"${options.path}" is not empty: check out somewhere else, or delete it first`,
      );
    }
    const { repoURL, branch, commit } = options;
    const number = this.state.nextNumber;
    this.state.nextNumber += 1;
    const shared = {
      number,
      path,
      repoURL,
      base: commit,
      head: commit,
      tree: '',
    };
    const record: CheckoutRecord = {
      ...shared,
      full: false,
      deleted: [],
      touched: new Map(),
    };
    if (branch) {
      record.branch = branch;
    }
    if (options.isNew) {
      record.isNew = true;
    }
    if (options.sparse) {
      record.sparse = options.sparse
        .map(splitPath)
        .map(parts => parts.join('/'));
    }
    const checkout = this.open(record);
    await prepareCheckout(checkout, options.signal);
    this.checkouts.push(checkout);
    this.save();
  }

  async readText(path: string): Promise<string> {
    return (await this.readBytes(path)).toString('utf8');
  }

  async readBytes(path: string): Promise<Buffer> {
    return readBytes(await this.resolve(path), path);
  }

  writeText(path: string, text: string): Promise<void> {
    return this.writeBytes(path, Buffer.from(text));
  }

  async writeBytes(
    path: string,
    bytes: Uint8Array,
    options: { executable?: boolean } = {},
  ): Promise<void> {
    await writeBytes(await this.resolve(path), bytes, options);
  }

  async isExecutable(path: string): Promise<boolean> {
    return isExecutable(await this.resolve(path), path);
  }

  async readLink(path: string): Promise<string> {
    const found = await resolvePath(this.scope, path, { followLast: false });
    return readLink(found, path);
  }

  writeLink(path: string, target: string): Promise<void> {
    return writeLink(this.scope, path, target);
  }

  async stat(path: string) {
    const found = await resolvePath(this.scope, path, { followLast: false });
    if (found.kind !== 'directory') {
      found.checkout?.touch([found.checkout.inside(found.path)], 'read');
    }
    return found.kind;
  }

  async list(path: string): Promise<string[]> {
    return listNames(await this.resolve(path), path);
  }

  async delete(path: string): Promise<void> {
    const found = await resolvePath(this.scope, path, { followLast: false });
    if (found.path === '') {
      throw new PathError('The workspace itself cannot be deleted');
    }
    const inside = this.checkouts.filter(checkout =>
      isWithin(checkout.record.path, found.path),
    );
    await deletePath(found, inside);
  }

  copy(from: string, to: string): Promise<void> {
    return copyPath(this.scope, from, to);
  }

  async clear(path: string): Promise<void> {
    await clearTracked(await this.owner(path));
  }

  async commit(
    options: CommitOptions,
  ): Promise<{ commit: string } | undefined> {
    const checkout = await this.owner(options.path);
    return commitCheckout(checkout, options, this.nestedIn(checkout));
  }

  async tag(options: TagOptions): Promise<{ object: string; commit: string }> {
    return tagCheckout(await this.owner(options.path), options);
  }

  async describeCheckout(path: string): Promise<CheckoutState> {
    const { record } = await this.owner(path);
    const { repoURL, branch, base, head, isNew } = record;
    return {
      repoURL,
      ...(branch && { branch }),
      base,
      head,
      ...(isNew && { isNew }),
    };
  }

  async changes(path: string, options: { diffs: boolean }) {
    return readChanges(await this.owner(path), options);
  }

  async readSet(path: string): Promise<Record<string, string>> {
    return readSet(await this.owner(path));
  }

  async materialize(path: string): Promise<void> {
    const found = await this.resolve(path);
    const below = this.checkouts.filter(checkout =>
      isWithin(checkout.record.path, found.path),
    );
    for (const checkout of new Set(
      found.checkout ? [found.checkout, ...below] : below,
    )) {
      checkout.touch([''], 'read');
      await materializeAll(checkout);
    }
    await assertLinksStayInside(this.scope);
  }

  async directory(path: string): Promise<string> {
    await this.materialize(path);
    return (await this.resolve(path)).absolute;
  }

  async remove(): Promise<void> {
    await rm(this.options.root, { recursive: true, force: true });
    for (const url of new Set(
      this.state.checkouts.map(record => record.repoURL),
    )) {
      await removeKeepAliveRefs(
        this.options.mirrors.of(url),
        this.options.runId,
      );
    }
    await rm(this.options.stateDirectory, { recursive: true, force: true });
    this.options.removed();
  }

  private resolve(path: string): Promise<ResolvedPath> {
    return resolvePath(this.scope, path, { followLast: true });
  }

  private async owner(path: string): Promise<Checkout> {
    const { checkout } = await this.resolve(path);
    if (!checkout) {
      throw new PathError(
        `"${path}" is not in a checkout: check a repository out there first`,
      );
    }
    await mkdir(checkout.place.root, { recursive: true });
    return checkout;
  }

  private innermost(path: string): Checkout | undefined {
    return this.checkouts
      .filter(checkout => checkout.contains(path))
      .sort((a, b) => b.record.path.length - a.record.path.length)[0];
  }

  private nestedIn(outer: Checkout): string[] {
    const nested = this.checkouts
      .filter(
        checkout => checkout !== outer && outer.contains(checkout.record.path),
      )
      .map(checkout => outer.inside(checkout.record.path));
    // one inside of another goes with it
    return nested.filter(
      path => !nested.some(other => other !== path && isWithin(path, other)),
    );
  }

  /** A replayed checkout starts again from nothing. */
  private async forget(path: string): Promise<void> {
    this.checkouts = this.checkouts.filter(
      checkout => !isWithin(checkout.record.path, path),
    );
    this.save();
    await rm(join(this.options.root, path), { recursive: true, force: true });
  }

  private open(record: CheckoutRecord): Checkout {
    const { root, stateDirectory, runId, mirrors } = this.options;
    const place = { root: join(root, record.path), stateDirectory, runId };
    return new Checkout(mirrors.of(record.repoURL), place, {
      record,
      save: () => this.save(),
    });
  }

  private save(): void {
    this.state.checkouts = this.checkouts.map(checkout => checkout.record);
    saveRunState(this.options.stateDirectory, this.state);
  }
}
