/**
 * A refusal with a code of the Distribution specification, section "Error
 * codes".
 */
export class RegistryError extends Error {
  readonly status: number;
  readonly code: string;
  readonly headers: Readonly<Record<string, string>>;

  constructor(options: {
    status: number;
    code: string;
    message: string;
    headers?: Record<string, string>;
  }) {
    super(options.message);
    this.name = 'RegistryError';
    this.status = options.status;
    this.code = options.code;
    this.headers = options.headers ?? {};
  }
}
