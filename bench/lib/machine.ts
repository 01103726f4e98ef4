import { execFileSync } from 'node:child_process';
import { cpus, loadavg, totalmem } from 'node:os';

/** What the figures were measured on. */
export function machine(): Record<string, number | string> {
  return {
    cores: cpus().length,
    cpu: cpus()[0].model.trim(),
    memoryGiB: Math.round(totalmem() / 2 ** 30),
    load: Number(loadavg()[0].toFixed(1)),
    node: process.versions.node,
    git: execFileSync('git', ['--version'], { encoding: 'utf8' })
      .replace('git version', '')
      .trim(),
  };
}
