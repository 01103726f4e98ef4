import { ChildProcess, fork } from 'node:child_process';
import { join } from 'node:path';

/** What a process that follows Applications is told, as its one argument. */
export interface FollowerOptions {
  url: string;
  caFile: string;
  token: string;
  stages: number;
}

/** It sees another health. */
export interface Seen {
  kind: 'seen';
  name: string;
  health: string;
}

/** What it has used since it began. */
export interface Meter {
  kind: 'meter';
  cpuSeconds: number;
  calls: number;
  residentMB: number;
}

/** In such a process: says that it follows, and from then on answers what it has used. */
export function answerMeter(calls: () => number): void {
  const send = () => {
    const { user, system } = process.cpuUsage();
    const meter: Meter = {
      kind: 'meter',
      cpuSeconds: (user + system) / 1_000_000,
      calls: calls(),
      residentMB: Math.round(process.memoryUsage().rss / 2 ** 20),
    };
    process.send!(meter);
  };
  process.on('message', send);
  process.on('disconnect', () => process.exit());
  send();
}

/** One such process, seen from the bench. */
export class Follower {
  private meters: ((meter: Meter) => void)[] = [];

  private constructor(
    private readonly child: ChildProcess,
    onSeen: (seen: Seen) => void,
  ) {
    child.on('message', (message: Seen | Meter) => {
      if (message.kind === 'seen') onSeen(message);
      // what compiles the child tells of every file that it loads
      if (message.kind === 'meter') this.meters.shift()?.(message);
    });
  }

  /** Starts `bench/lib/<file>.ts`; resolves when it follows. */
  static async start(
    file: string,
    options: FollowerOptions,
    onSeen: (seen: Seen) => void,
  ): Promise<Follower> {
    // it compiles as this process does
    const child = fork(join(__dirname, `${file}.ts`), [
      JSON.stringify(options),
    ]);
    const follower = new Follower(child, onSeen);
    await follower.next(child);
    return follower;
  }

  async meter(): Promise<Meter> {
    const answer = this.next(this.child);
    this.child.send('meter');
    return answer;
  }

  stop(): void {
    this.child.disconnect();
  }

  private next(child: ChildProcess): Promise<Meter> {
    return new Promise((resolve, reject) => {
      this.meters.push(resolve);
      child.once('exit', code => reject(new Error(`it ended with ${code}`)));
    });
  }
}
