import { escapeHtml } from './escape-html.ts';

/** The values of placeholders; undefined where the documents give no example. */
export type GuideExamples = Record<string, string | undefined>;

/**
 * Returns the HTML of a guide with its placeholders, `{code}`, filled in.
 *
 * A table row, paragraph, list item or code block is left out if a placeholder in it has no value.
 * Placeholders of other tools (`{{…}}`), and names that are not in `examples`, stay.
 *
 * @example fillGuide('<p>{code}</p><p>{status}</p>', { code: 'A.1', status: undefined }) // => '<p>A.1</p>'
 */
export function fillGuide(html: string, examples: GuideExamples): string {
  const placeholder = /(?<!\{)\{([a-z]+)\}(?!\})/g;
  const lacksValue = (part: string) =>
    [...part.matchAll(placeholder)].some(
      ([, name = '']) => name in examples && examples[name] === undefined,
    );
  return html
    .replace(/<(tr|p|li|pre)\b[^>]*>(?:(?!<\1\b).)*?<\/\1>/gs, (part) =>
      lacksValue(part) ? '' : part,
    )
    .replace(placeholder, (whole, name: string) => escapeHtml(examples[name] ?? whole));
}
