/** Whose Job it is, for people who look there. Values of labels are at most 63 characters. */
export const ownLabels = (project: string, stage: string) => ({
  'stevedore.dev/project': project.slice(0, 63),
  'stevedore.dev/stage': stage.slice(0, 63),
});
