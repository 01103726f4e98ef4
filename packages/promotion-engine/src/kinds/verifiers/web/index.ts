import { defineVerifier } from '../../../registry/verifier';
import { answeredJson, requireSuccess } from '../_shared/answeredJson';
import { authorization } from '../_shared/authentication';
import { headersOf } from '../_shared/headers';
import { readJsonPath } from './jsonPath';
import { webSchema } from './schema';

/** Argo's `web` metric provider: one HTTP request, its JSON body, one value of it. */
export const webVerifier = defineVerifier({
  id: 'web',
  schema: webSchema,
  async measure(config, tools) {
    const headers = {
      ...headersOf(config.headers),
      ...(await authorization(config.authentication, tools)),
    };
    const json = config.jsonBody !== undefined;
    if (json) headers['content-type'] ??= 'application/json';
    const response = await tools.http.send({
      url: config.url,
      method: config.method,
      headers,
      body: json ? JSON.stringify(config.jsonBody) : config.body,
      // Argo: 0 is the default
      timeoutMs: (config.timeoutSeconds || 10) * 1000,
      insecureSkipTLSVerify: config.insecure,
      signal: tools.signal,
    });
    if (config.jsonPath)
      return readJsonPath(answeredJson(config.url, response), config.jsonPath);
    requireSuccess(config.url, response.status);
    try {
      return JSON.parse(response.body);
    } catch {
      return response.body;
    }
  },
});
