/** Texts of documents made safe for tickets. */

/** Characters that change the direction of what follows, and so could forge a line of a ticket. */
const bidiControls = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is replaced.
const controls = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]/g;

/** A text as one line: line ends become spaces, control characters become U+FFFD. */
export function oneLine(text: string): string {
  return text
    .replace(/[\s\u2028\u2029]+/gu, ' ')
    .replace(bidiControls, '\ufffd')
    .replace(controls, '\ufffd')
    .trim();
}

/**
 * Escape a line of text for Markdown, for use anywhere but at the start of a line.
 *
 * Marks that have a meaning only at the start of a line (`#`, `-`, `1.`) stay, because every line
 * of a ticket begins with words of its own. Addresses must not become links, since escapes inside a
 * link would show.
 */
export function escapeMarkdown(line: string): string {
  return line.replace(/[\\`*_[\]<>|~&$]|:(?=\/\/)|(?<=www)\./gi, '\\$&');
}
