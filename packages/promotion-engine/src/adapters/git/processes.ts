let started = 0;

/** Git processes that this Node process has started; for benches and tests. */
export function gitProcesses(): number {
  return started;
}

export function countGitProcess(): void {
  started += 1;
}
