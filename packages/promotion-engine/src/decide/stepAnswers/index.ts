export * from './approvalAnswers';
export * from './responders';
export * from './valuesFault';
export * from './whyNotAnswer';
