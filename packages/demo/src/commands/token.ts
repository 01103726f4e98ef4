import { readFile } from 'node:fs/promises';
import path from 'node:path';

// `npm run --silent demo:token -- ada`: prints a Backstage token of that person, and
// nothing else. The demo has to be running: its address is in .demo/ready.json.

const DEMO_DIR = process.env.STEVEDORE_DEMO_DIR ?? '.demo';

async function readBackendAddress(): Promise<string> {
  const file = path.resolve(__dirname, '../../../..', DEMO_DIR, 'ready.json');
  const text = await readFile(file, 'utf8').catch(() => {
    throw new Error('The demo is not running. Start it with: npm run demo');
  });
  return JSON.parse(text).backend;
}

async function fetchToken(backend: string, person: string): Promise<string> {
  const url = new URL('/api/auth/demo/refresh', backend);
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'X-Demo-Person': person },
  }).catch(error => {
    const reason = error.cause?.code ?? error.message;
    throw new Error(
      `No answer from ${url.origin} (${reason}). Is the demo still running? Start it with: npm run demo`,
    );
  });
  const body: any = await response.json();
  if (!response.ok) throw new Error(body.error.message);
  return body.backstageIdentity.token;
}

async function main([person, ...rest]: string[]): Promise<void> {
  if (!person || rest.length > 0) {
    throw new Error('Usage: npm run --silent demo:token -- <person>');
  }
  const token = await fetchToken(await readBackendAddress(), person);
  process.stdout.write(`${token}\n`);
}

main(process.argv.slice(2)).catch(error => {
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
});
