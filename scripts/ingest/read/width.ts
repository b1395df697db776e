/**
 * Columns of tables drawn with signs are counted in columns of a terminal, where East Asian characters take two.
 */
import { eastAsianWidth } from 'get-east-asian-width';

/** Follows each wide character while a table is cut into cells: a noncharacter, which no decoded document has. */
const PAD = '\ufdd1';

/** Returns the line with as many UTF-16 units as it has columns. */
export function padWide(line: string): string {
  // A wide character outside the basic plane is two units long already.
  const pad = (character: string) =>
    eastAsianWidth(character.charCodeAt(0)) === 2 ? character + PAD : character;
  return line.replace(/[^\0-\u10ff]/g, pad);
}

/** Returns the text without the padding of {@link padWide}. */
export function unpad(text: string): string {
  return text.replaceAll(PAD, '');
}
