import { ConfigReader } from '@backstage/config';
import { assertDemoHost } from './assertDemoHost';

function assertHost(listen: unknown, enabled: unknown = true) {
  const data: any = { backend: { listen }, stevedore: { demo: { enabled } } };
  assertDemoHost(new ConfigReader(data));
}

describe('assertDemoHost', () => {
  it.each([
    { host: '127.0.0.1', port: 7007 },
    { host: '127.8.0.1' },
    { host: 'localhost' },
    { host: '::1' },
    '127.0.0.1:7007',
    '[::1]:7007',
  ])('lets the demo listen on %j', listen => {
    expect(() => assertHost(listen)).not.toThrow();
  });

  it.each([
    { host: '0.0.0.0' },
    { host: '::' },
    { host: '192.168.1.5' },
    { host: '127.0.0.1.example.com' },
    { port: 7007 },
    ':7007',
    '0.0.0.0:7007',
    undefined,
  ])('refuses to listen on %j', listen => {
    expect(() => assertHost(listen)).toThrow(/needs a backend that only/);
  });

  it.each([false, undefined])('refuses without the demo: %j', enabled => {
    expect(() => assertHost({ host: '127.0.0.1' }, enabled ?? null)).toThrow(
      /runs in the demo only/,
    );
  });
});
