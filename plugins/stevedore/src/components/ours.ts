/** Marks the root of what this plugin renders, so that a tool can tell it from the host's. */
export const OURS = { 'data-stevedore': '' };
