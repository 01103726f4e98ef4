export interface Config {
  stevedore?: {};
}
