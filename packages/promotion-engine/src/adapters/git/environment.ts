import { join } from 'path';
import { GitContext } from './options';

export type Environment = Record<string, string>;

/** Settings of every command. They outrank the mirror's own configuration file. */
const CONFIG: ReadonlyArray<readonly [string, string]> = [
  ['core.hooksPath', '/dev/null'],
  ['core.fsmonitor', 'false'],
  ['core.attributesFile', '/dev/null'],
  ['core.excludesFile', '/dev/null'],
  ['core.autocrlf', 'false'],
  ['core.quotePath', 'false'],
  ['core.protectNTFS', 'true'],
  ['core.protectHFS', 'true'],
  // files are renamed into the workspace after checkout, which changes their ctime and nothing else
  ['core.trustctime', 'false'],
  ['core.sparseCheckout', 'false'],
  ['gc.auto', '0'],
  ['gc.packRefs', 'false'],
  ['maintenance.auto', 'false'],
  ['submodule.recurse', 'false'],
  ['fetch.recurseSubmodules', 'false'],
  // below 1 byte/s for a minute a transfer is dead
  ['http.lowSpeedLimit', '1'],
  ['http.lowSpeedTime', '60'],
];

/** The only variables that are taken over from this process: where programs, proxies and certificates are. */
const INHERITED = [
  'PATH',
  'TMPDIR',
  'http_proxy',
  'https_proxy',
  'HTTPS_PROXY',
  'no_proxy',
  'NO_PROXY',
  'SSL_CERT_FILE',
  'SSL_CERT_DIR',
];

export function homeDirectory(context: GitContext): string {
  return join(context.directory, 'home');
}

/**
 * The whole environment of a Git process. No system or user configuration, no hooks, no prompts, no transport
 * but http(s) (and file, when allowed). Secrets travel in `extra`, never on a command line or in a file.
 */
export function gitEnvironment(
  context: GitContext,
  extra: ReadonlyArray<readonly [string, string]> = [],
): Environment {
  const environment: Environment = {
    HOME: homeDirectory(context),
    LC_ALL: 'C',
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_CONFIG_GLOBAL: '/dev/null',
    GIT_ATTR_NOSYSTEM: '1',
    GIT_TERMINAL_PROMPT: '0',
    GIT_OPTIONAL_LOCKS: '0',
    GIT_NO_REPLACE_OBJECTS: '1',
    GIT_DEFAULT_REF_FORMAT: 'files',
    GIT_ALLOW_PROTOCOL: context.allowFile ? 'http:https:file' : 'http:https',
  };
  for (const name of INHERITED) {
    const value = process.env[name];
    if (value !== undefined) {
      environment[name] = value;
    }
  }
  const config = [...CONFIG, ...extra];
  environment.GIT_CONFIG_COUNT = String(config.length);
  config.forEach(([key, value], index) => {
    environment[`GIT_CONFIG_KEY_${index}`] = key;
    environment[`GIT_CONFIG_VALUE_${index}`] = value;
  });
  return environment;
}
