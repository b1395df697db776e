/** HTML as strings, for pages that are endpoints: everything filled in is escaped. */

import { escapeHtml } from '../text/escape-html.ts';

/** HTML that is known to be safe. */
export class Html {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

type Part = string | number | Html | undefined | Part[];

/**
 * A template tag that escapes all that is filled in, unless it is HTML of this tag itself. Lists
 * are joined, undefined is nothing.
 *
 * @example html`<p>${'<b>'}</p>`.text // => '<p>&lt;b&gt;</p>'
 */
export function html(strings: TemplateStringsArray, ...parts: Part[]): Html {
  return new Html(strings.map((text, index) => text + render(parts[index])).join(''));
}

function render(part: Part): string {
  if (part === undefined) return '';
  if (part instanceof Html) return part.text;
  if (Array.isArray(part)) return part.map(render).join('');
  return escapeHtml(String(part));
}

/** Returns the text of a script. @throws If it would end its element. */
export function safeScript(text: string): Html {
  if (/<\/script|<!--/i.test(text)) throw new Error('The script would end its element.');
  return new Html(text);
}

/** Returns the text of a style sheet. @throws If it would end its element. */
export function safeStyle(text: string): Html {
  if (/<\/style/i.test(text)) throw new Error('The style sheet would end its element.');
  return new Html(text);
}
