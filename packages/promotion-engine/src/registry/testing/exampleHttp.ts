import { HttpClient, HttpRequest } from '../../ports/runtime';
import { StepExample } from '../step';

/** Answers as the example says, and takes no request that it does not speak of. */
export function exampleHttp(
  example: StepExample,
): HttpClient & { close(): void } {
  const expected = [...(example.http ?? [])];
  return {
    async send(request) {
      const next = expected.shift();
      if (!next)
        throw new Error(
          `the example speaks of no ${request.method} ${request.url}`,
        );
      for (const [key, value] of Object.entries(next.request)) {
        const given = request[key as keyof HttpRequest];
        if (!matches(given, value))
          throw new Error(
            `${key} is ${JSON.stringify(given)}, not ${JSON.stringify(value)}`,
          );
      }
      return next.response;
    },
    close() {
      if (expected.length > 0)
        throw new Error(
          `${expected.length} of the example's requests were never made`,
        );
    },
  };
}

/** Equal; of headers it is enough that those named are there. */
function matches(given: unknown, wanted: unknown): boolean {
  if (typeof wanted !== 'object' || wanted === null) return given === wanted;
  return Object.entries(wanted).every(
    ([name, value]) => (given as Record<string, unknown>)?.[name] === value,
  );
}
