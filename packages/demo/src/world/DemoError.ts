/** What the person at the terminal has to know: shown as a sentence, no stack. */
export class DemoError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'DemoError';
  }
}
