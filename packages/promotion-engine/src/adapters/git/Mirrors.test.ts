import { Mirrors } from './Mirrors';
import { remoteConfig } from './remoteClient';
import { TreeCache } from './workspace/TreeCache';

const url = 'https://git.example/acme/deploy';
const mirrors = new Mirrors({
  directory: '/nowhere',
  credentials: async () => undefined,
  binary: 'git',
  sparse: true,
  allowFile: false,
  trees: new TreeCache(),
});
const authorization = { headers: ['Authorization: Basic x'], secrets: [] };

it('checks certificates unless it is told not to, and keeps the two apart', () => {
  const trusted = mirrors.of(url);
  const insecure = mirrors.of(url, { insecureSkipTLSVerify: true });
  expect(mirrors.of(url, { insecureSkipTLSVerify: false })).toBe(trusted);
  expect(mirrors.of(url, { insecureSkipTLSVerify: true })).toBe(insecure);
  expect(insecure.gitDir).not.toBe(trusted.gitDir);
  const header = [`http.${url}.extraHeader`, 'Authorization: Basic x'];
  expect(remoteConfig(trusted.remote, authorization)).toEqual([header]);
  expect(remoteConfig(insecure.remote, authorization)).toEqual([
    [`http.${url}.sslVerify`, 'false'],
    header,
  ]);
});
