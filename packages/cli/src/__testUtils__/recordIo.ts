import { Io } from '../io';

/** Keeps what a command writes. */
export function recordIo(): Io & { stdout: string; stderr: string } {
  const io = {
    colours: false,
    stdout: '',
    stderr: '',
    out: (text: string) => {
      io.stdout += text;
    },
    err: (text: string) => {
      io.stderr += text;
    },
  };
  return io;
}
