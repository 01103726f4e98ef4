/** What was started, ended in the opposite order. */
export class Cleanup {
  private readonly tasks: (() => Promise<void>)[] = [];

  add(task: () => Promise<void>): void {
    this.tasks.push(task);
  }

  /** Ends everything, also after a failure. @throws the first failure. */
  async run(): Promise<void> {
    const failures: unknown[] = [];
    for (let task = this.tasks.pop(); task; task = this.tasks.pop()) {
      await task().catch(error => failures.push(error));
    }
    if (failures.length > 0) throw failures[0];
  }
}
