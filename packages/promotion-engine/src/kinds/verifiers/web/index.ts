import { VerifierKind } from '../../../registry/verifier';
import { readJsonPath } from './jsonPath';
import { webSchema } from './schema';

/** Argo's `web` metric provider: one HTTP request, its JSON body, one value of it. */
export const webVerifier: VerifierKind = {
  id: 'web',
  async measure(raw, { http, signal }) {
    const config = webSchema.parse(raw);
    const headers = Object.fromEntries(
      config.headers.map(header => [header.key, header.value]),
    );
    const body =
      config.jsonBody === undefined
        ? config.body
        : JSON.stringify(config.jsonBody);
    if (config.jsonBody !== undefined)
      headers['content-type'] ??= 'application/json';
    const response = await http.send({
      url: config.url,
      method: config.method,
      headers,
      body,
      timeoutMs: config.timeoutSeconds * 1000,
      insecureSkipTLSVerify: config.insecure,
      signal,
    });
    if (response.status < 200 || response.status > 299) {
      throw new Error(`${config.url} answered ${response.status}`);
    }
    let document: unknown;
    try {
      document = JSON.parse(response.body);
    } catch {
      if (!config.jsonPath) return response.body;
      throw new Error(`${config.url} did not answer with JSON`);
    }
    return config.jsonPath ? readJsonPath(document, config.jsonPath) : document;
  },
};
