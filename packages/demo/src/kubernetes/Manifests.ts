import { GitFollower } from '../cluster/GitFollower';

/** What Git wants to run, as the manifests at the head of the branch say. */
export class Manifests {
  private readonly listeners: (() => void)[] = [];
  private known?: string;

  /**
   * @param follower - of the GitOps repository, without delay
   * @param registry - host of the images, for example `localhost:5055`
   */
  constructor(
    private readonly follower: GitFollower,
    private readonly registry: string,
  ) {}

  /** Told whenever the branch has another head. */
  onChange(listener: () => void): void {
    this.listeners.push(listener);
  }

  /** Looks at the branch now. @returns the commit. @throws Error when Git does not answer */
  async look(): Promise<string> {
    await this.follower.observe();
    const { revision } = this.follower.current()!;
    if (this.known !== revision) {
      this.known = revision;
      for (const listener of this.listeners) listener();
    }
    return revision;
  }

  /** The commit that was seen last. */
  get revision(): string {
    return this.known ?? '';
  }

  /** The image of a stage, such as `orders/dev`, at that commit. */
  imageOf(stage: string): string | undefined {
    const version = this.follower.current()?.versions.get(stage);
    const [component] = stage.split('/');
    return version && `${this.registry}/acme/${component}:${version}`;
  }

  settle(): Promise<void> {
    return this.follower.settle();
  }
}
