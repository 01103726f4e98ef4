import { z } from 'zod';
import { VerifierTools } from '../../../registry/verifier';
import { answeredJson } from './answeredJson';

/** Argo's Authentication: a token of OAuth 2 client credentials, or a name and password. Signatures of AWS are not made here. */
export const authenticationSchema = z.strictObject({
  basicAuth: z
    .strictObject({ username: z.string(), password: z.string() })
    .optional(),
  oauth2: z
    .strictObject({
      tokenUrl: z.string().min(1),
      clientId: z.string().min(1),
      clientSecret: z.string().min(1),
      scopes: z.array(z.string()).default([]),
    })
    .optional(),
  sigv4: z
    .undefined('Requests are not signed for AWS here: use a proxy that does.')
    .optional(),
});

/** The header that a request needs (RFC 6749, 4.4; RFC 7617). @throws Error when no token is given out */
export async function authorization(
  { basicAuth, oauth2 }: z.infer<typeof authenticationSchema>,
  { http, signal }: Pick<VerifierTools, 'http' | 'signal'>,
): Promise<Record<string, string>> {
  if (basicAuth) {
    const { username, password } = basicAuth;
    const pair = Buffer.from(`${username}:${password}`).toString('base64');
    return { authorization: `Basic ${pair}` };
  }
  if (!oauth2) return {};
  const { tokenUrl, clientId, clientSecret, scopes } = oauth2;
  const form = new URLSearchParams({
    grant_type: 'client_credentials',
    client_id: clientId,
    client_secret: clientSecret,
  });
  if (scopes.length > 0) form.set('scope', scopes.join(' '));
  const response = await http.send({
    url: tokenUrl,
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: form.toString(),
    timeoutMs: 10_000,
    signal,
  });
  const answer = z
    .looseObject({ access_token: z.string().min(1) })
    .safeParse(answeredJson(tokenUrl, response));
  if (!answer.success) throw new Error(`${tokenUrl} gave no access_token`);
  return { authorization: `Bearer ${answer.data.access_token}` };
}
