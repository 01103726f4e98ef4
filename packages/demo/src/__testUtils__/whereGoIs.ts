/** Where the program of the API server is; set where Go is there to build it. */
export const API_SERVER = process.env.STEVEDORE_APISERVER;

/** `describe` where there is an API server; elsewhere its tests count as skipped. */
// eslint-disable-next-line jest/no-disabled-tests -- it counts as skipped, in sight
export const whereGoIs = API_SERVER ? describe : describe.skip;
