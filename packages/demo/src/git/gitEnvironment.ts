import { devNull } from 'node:os';

export interface GitEnvironmentOptions {
  /** Configuration for this one process, for example `http.extraHeader`. */
  readonly config?: Readonly<Record<string, string>>;
  readonly variables?: Readonly<Record<string, string>>;
}

/** The repositories may belong to whoever unpacked them; no helper is asked. */
const CONFIG = { 'safe.directory': '*', 'credential.helper': '' };

/**
 * What a git process of the demo gets: no system or user configuration, and no
 * question on a terminal. Configuration travels in the environment, so that a
 * password in it is in no list of processes.
 */
export function gitEnvironment(
  options: GitEnvironmentOptions = {},
): NodeJS.ProcessEnv {
  const config = Object.entries({ ...CONFIG, ...options.config });
  const environment: NodeJS.ProcessEnv = {
    PATH: process.env.PATH,
    LC_ALL: 'C',
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_CONFIG_GLOBAL: devNull,
    GIT_TERMINAL_PROMPT: '0',
    GIT_CONFIG_COUNT: String(config.length),
    ...options.variables,
  };
  config.forEach(([key, value], index) => {
    environment[`GIT_CONFIG_KEY_${index}`] = key;
    environment[`GIT_CONFIG_VALUE_${index}`] = value;
  });
  return environment;
}
