import { secretForms } from '../model/secretForms';
import { NamedTexts, SecretRequest } from '../ports/secrets';

interface Known {
  /** `secret('slack').token`, as an expression writes it. */
  name: string;
  /** Titles of the steps that read it. */
  steps: Set<string>;
  forms: string[];
}

/** The secrets that the steps of one run read, and that must not get into Git. */
export class RunSecrets {
  readonly #known = new Map<string, Known>();

  /** Remembers what a step, by its title, read, unless the platform lets it be committed. */
  add(step: string, request: SecretRequest, texts: NamedTexts): void {
    if (texts.mayBeCommitted) return;
    for (const [key, text] of Object.entries(texts.data)) {
      const forms = secretForms(text);
      const name = `${request.kind}('${request.name}').${key}`;
      const steps = this.#known.get(name)?.steps ?? new Set();
      this.#known.set(name, { name, steps: steps.add(step), forms });
    }
  }

  get any(): boolean {
    return this.#known.size > 0;
  }

  /** @throws SecretInGitError when one of them is in the text; `where` says what would hold it. */
  refuse(text: string, where: string): void {
    for (const { name, steps, forms } of this.#known.values())
      if (forms.some(form => text.includes(form)))
        throw new SecretInGitError(
          `${where} would hold ${name}, a secret that was read by ${[
            ...steps,
          ].join(
            ', ',
          )}; nothing was pushed. Keep it out of Git, or let the platform set mayBeCommitted for it in stevedore.secrets`,
        );
  }
}

/** Something that would be written into Git holds a secret. */
export class SecretInGitError extends Error {
  override name = 'SecretInGitError';
  readonly retryable = false;
}
