/** Texts of documents made safe for the places they are pasted into. */

/** Characters that turn the direction of what follows, and so could forge a line of a ticket. */
const bidiControls = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out.
const controls = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]/g;

/** A text as one line: line ends become spaces, characters that no line may hold a mark. */
export function oneLine(text: string): string {
  return text
    .replace(/[\s\u2028\u2029]+/gu, ' ')
    .replace(bidiControls, '\ufffd')
    .replace(controls, '\ufffd')
    .trim();
}

/**
 * A line of text that Markdown shows as it is, wherever it stands in a line but at its start.
 *
 * Marks that mean something only at the start of a line (`#`, `-`, `1.`) are left alone, because
 * every line of a block begins with words of its own. Addresses are kept from becoming links, since
 * escapes inside a link would show.
 */
export function escapeMarkdown(line: string): string {
  return line.replace(/[\\`*_[\]<>|~&$]|:(?=\/\/)|(?<=www)\./gi, '\\$&');
}

/** A text for HTML, in content and in quoted attributes. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.codePointAt(0)};`);
}
