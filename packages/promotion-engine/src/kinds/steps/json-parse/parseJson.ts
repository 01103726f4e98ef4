/** @throws Error where the text is no JSON */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Error(
      `the file cannot be read as JSON: ${(error as Error).message}`,
    );
  }
}
