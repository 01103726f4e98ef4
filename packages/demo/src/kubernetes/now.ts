/** As Kubernetes writes times: whole seconds. */
export const now = (): string =>
  new Date().toISOString().replace(/\.\d+Z$/, 'Z');
