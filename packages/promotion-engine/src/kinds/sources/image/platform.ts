/**
 * Reads `os/arch[/variant]`; an image fits when one of its platforms is exactly that, variant included.
 * @throws Error for a text without `/`.
 */
export function compilePlatform(
  text: string,
): (platforms: string[]) => boolean {
  if (!text.includes('/')) {
    throw new Error(
      `The platform "${text}" cannot be read; write os/arch or os/arch/variant, such as linux/amd64.`,
    );
  }
  return platforms => platforms.includes(text);
}
