/** What a lean host is started with; crosses the border of the process as JSON. */
export interface HostSettings {
  /** Database, work directory and definition lie below it. */
  directory: string;
  /** `host:port` of the image registry. */
  registry: string;
  repository: string;
  git: { host: string; url: string; username: string; password: string };
}

/** Where the process has to kill its whole group. */
export interface KillAt {
  /** Name of a boundary, as the engine's Faults name it. */
  point: string;
  /** How often a promotion must have passed it, this time included. */
  time: number;
  stage: string;
  /** Only promotions of the stage that are newer than this one count. */
  after?: string;
}
