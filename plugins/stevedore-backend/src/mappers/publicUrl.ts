/** A URL, or text with URLs in it, without the user and password that an author wrote into it. */
export function publicUrl(text: string): string {
  return text.replace(/([a-z][a-z0-9+.-]*:\/\/)[^/\s@]*@/gi, '$1');
}
