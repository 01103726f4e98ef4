import {
  escapeBytes,
  fromBytes,
  isEncoded,
  toBytes,
  unescapeBytes,
} from './percentEncoding';

/**
 * A URL as Go's net/url takes it apart and puts it together. Identity of freight depends on Go's spelling
 * (what it escapes anew and what it leaves), so WHATWG's URL would give other hashes.
 */
export interface GoUrl {
  scheme: string;
  opaque: string;
  user?: { name: string; password?: string };
  host: string;
  /** Decoded; `rawPath` is how it was written, where that is not what Go would write. */
  path: string;
  rawPath: string;
  omitHost: boolean;
  forceQuery: boolean;
  rawQuery: string;
  fragment: string;
  rawFragment: string;
}

function splitScheme(
  text: string,
): { scheme: string; rest: string } | undefined {
  if (text.startsWith(':')) return undefined;
  const match = /^([A-Za-z][A-Za-z0-9+\-.]*):/.exec(text);
  return match
    ? { scheme: match[1].toLowerCase(), rest: text.slice(match[0].length) }
    : { scheme: '', rest: text };
}

function parseHost(text: string): string | undefined {
  const bracket = text.startsWith('[') ? text.lastIndexOf(']') : undefined;
  if (bracket === -1) return undefined;
  const colon = bracket === undefined ? text.lastIndexOf(':') : bracket + 1;
  if (colon >= 0 && !/^(:\d*)?$/.test(text.slice(colon))) return undefined;
  return unescapeBytes(text, 'host');
}

function parseAuthority(
  text: string,
): Pick<GoUrl, 'user' | 'host'> | undefined {
  const at = text.lastIndexOf('@');
  const host = parseHost(text.slice(at + 1));
  if (host === undefined) return undefined;
  if (at < 0) return { host };
  const info = text.slice(0, at);
  if (!/^[A-Za-z0-9\-._:~!$&'()*+,;=%@]*$/.test(info)) return undefined;
  const colon = info.indexOf(':');
  const name = unescapeBytes(colon < 0 ? info : info.slice(0, colon), 'user');
  const password =
    colon < 0 ? undefined : unescapeBytes(info.slice(colon + 1), 'user');
  if (name === undefined || (colon >= 0 && password === undefined))
    return undefined;
  return { host, user: { name, password } };
}

function splitQuery(
  rest: string,
): Pick<GoUrl, 'forceQuery' | 'rawQuery'> & { rest: string } {
  const mark = rest.indexOf('?');
  if (mark < 0) return { rest, forceQuery: false, rawQuery: '' };
  const rawQuery = rest.slice(mark + 1);
  return { rest: rest.slice(0, mark), forceQuery: rawQuery === '', rawQuery };
}

function setPath(url: GoUrl, text: string): boolean {
  const path = unescapeBytes(text, 'path');
  if (path === undefined) return false;
  url.path = path;
  url.rawPath = escapeBytes(path, 'path') === text ? '' : text;
  return true;
}

function setFragment(url: GoUrl, text: string): boolean {
  const fragment = unescapeBytes(text, 'fragment');
  if (fragment === undefined) return false;
  url.fragment = fragment;
  url.rawFragment = escapeBytes(fragment, 'fragment') === text ? '' : text;
  return true;
}

/** @returns undefined where Go's url.Parse fails. */
export function parseGoUrl(text: string): GoUrl | undefined {
  const bytes = toBytes(text);
  // eslint-disable-next-line no-control-regex
  if (/[\x00-\x1f\x7f]/.test(bytes)) return undefined;
  const hash = bytes.indexOf('#');
  const split = splitScheme(hash < 0 ? bytes : bytes.slice(0, hash));
  if (!split) return undefined;
  const { rest, ...query } = splitQuery(split.rest);
  const url: GoUrl = {
    scheme: split.scheme,
    opaque: '',
    host: '',
    path: '',
    rawPath: '',
    omitHost: false,
    fragment: '',
    rawFragment: '',
    ...query,
  };
  if (hash >= 0 && !setFragment(url, bytes.slice(hash + 1))) return undefined;
  if (!rest.startsWith('/')) {
    if (url.scheme) return { ...url, opaque: rest };
    if (rest.split('/')[0].includes(':')) return undefined;
  }
  if (!rest.startsWith('//') || (!url.scheme && rest.startsWith('///'))) {
    url.omitHost = url.scheme !== '' && rest.startsWith('/');
    return setPath(url, rest) ? url : undefined;
  }
  const slash = rest.indexOf('/', 2);
  const authority = parseAuthority(
    slash < 0 ? rest.slice(2) : rest.slice(2, slash),
  );
  if (!authority) return undefined;
  Object.assign(url, authority);
  return setPath(url, slash < 0 ? '' : rest.slice(slash)) ? url : undefined;
}

function escapedPath(url: GoUrl): string {
  if (
    url.rawPath &&
    isEncoded(url.rawPath, 'path') &&
    unescapeBytes(url.rawPath, 'path') === url.path
  )
    return url.rawPath;
  return url.path === '*' ? '*' : escapeBytes(url.path, 'path');
}

function escapedFragment(url: GoUrl): string {
  const { rawFragment, fragment } = url;
  if (
    rawFragment &&
    isEncoded(rawFragment, 'fragment') &&
    unescapeBytes(rawFragment, 'fragment') === fragment
  )
    return rawFragment;
  return escapeBytes(fragment, 'fragment');
}

function authorityText(url: GoUrl): string {
  if (url.omitHost && !url.host && !url.user) return '';
  if (!url.host && !url.path && !url.user) return '';
  const { user } = url;
  const password =
    user?.password === undefined
      ? ''
      : `:${escapeBytes(user.password, 'user')}`;
  const info = user ? `${escapeBytes(user.name, 'user')}${password}@` : '';
  return `//${info}${escapeBytes(url.host, 'host')}`;
}

/** Go's URL.String. */
export function formatGoUrl(url: GoUrl): string {
  let text = url.scheme ? `${url.scheme}:` : '';
  if (url.opaque) {
    text += url.opaque;
  } else {
    if (url.scheme || url.host || url.user) text += authorityText(url);
    const path = escapedPath(url);
    if (path && !path.startsWith('/') && url.host) text += '/';
    // RFC 3986 section 4.2: a first segment with a colon would read as a scheme
    if (!text && path.split('/')[0].includes(':')) text += './';
    text += path;
  }
  if (url.forceQuery || url.rawQuery) text += `?${url.rawQuery}`;
  if (url.fragment) text += `#${escapedFragment(url)}`;
  return fromBytes(text);
}

/** Whether Go's URL.Query would hold at least one key; parts that do not parse count for nothing. */
export function hasQueryKey(url: GoUrl): boolean {
  return url.rawQuery.split('&').some(part => {
    if (part === '' || part.includes(';')) return false;
    const cut = part.indexOf('=');
    const key = cut < 0 ? part : part.slice(0, cut);
    const value = cut < 0 ? '' : part.slice(cut + 1);
    return (
      unescapeBytes(key, 'query') !== undefined &&
      unescapeBytes(value, 'query') !== undefined
    );
  });
}
