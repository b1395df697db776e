/** Tags of templates and site generators in Markdown: Liquid, Jinja, GitBook, Hugo, kramdown, MyST, MDX. */
import { markFenced } from './fences.ts';

/** `{% tab title="Linux" %}`, `{% endtab %}`, `{{< note >}}`, `{{% /note %}}`; or a span of code, which has none. */
const tagOrCode =
  /(?<code>(`+)[^`]+\2(?!`))|\{(?:%-?\s*(?<name>[\w-]+)(?<rest>(?:[^%]|%(?!\}))*?)-?%|\{(?<sign>[<%])\s*(?<close>\/?)\s*(?<hugo>[\w/.-]+)(?<more>.*?)\/?[>%]\})\}/g;
/** Conditions and loops: which of their texts is shown is not in the document. */
const decision = /^(?:if\w*|unless|else|els?if|case|when|for|while)$/;
const titleOf = /\s(?:title|header|label|summary)\s*=\s*(?:"([^"]*)"|'([^']*)')/;
/** `{: .label }`, `{.note #id}`, `[TOC]`, `{:toc}`, `[[_TOC_]]`: they are about the page. */
const ofPage = /^\s*(?:\{:?\s*[.#][^{}]*\}|\{:[^{}]*\}|\[{1,2}_?toc_?\]{1,2}|\$\{toc\})\s*$/i;
/** What a line shows is elsewhere: `<ErrorTable codes={codes} />`, `{{ read_csv('a.csv') }}`, `{props.text}`. */
const elsewhere =
  /^\s*(?:<(?:[A-Z][\w.]*|[a-z]+(?:-[a-z]+)+)(?:\s(?:[^<>]|=>)*)?\/>|\{\{(?![<%])[^{}]+\}\}|\{[\w.]+(?:\([^{}]*\))?\})\s*$/;

/** Lines in which generators include another file: MkDocs, Jekyll, VuePress, Hugo, DocFX. */
const inclusion =
  /^\s*(?:-+8<-+\s|\{%-?\s*include|<<<\s*@|\[!INCLUDE\b|\{\{[<%]?\s*include\b|!!!\s*include\()/i;
/** `> [!WARNING]`: the kind of a box, with a title in some editors. DocFX includes files so, too. */
const kindOfBox = /^(\s*(?:>\s*)+)\[!(?!include\b)[a-z]+\][-+]?[ \t]*(.*)$/i;
/** A link whose address a template makes. */
const link = /\[([^[\]]*)\]\((?:\{\{.*?\}\}|\{%.*?%\})[^()]*\)/g;

/** The lines of a document without the tags of templates, and the tags whose content nobody knows. */
export interface WithoutTags {
  lines: string[];
  unknown: { line: number; what: string }[];
}

/**
 * Takes away the tags around parts of a page. Their titles stay, and every line stays where it is.
 *
 * @param lines The lines of a Markdown document.
 * @returns `unknown`: conditions, and tags that show something else; the texts of the latter are kept.
 * @example removeTags(['{% tab title="Linux" %}', '{% endtab %}']).lines // => ['**Linux**', '']
 */
export function removeTags(lines: readonly string[]): WithoutTags {
  const closed = new Set(lines.flatMap((line) => [...line.matchAll(tagOrCode)].map(closedBy)));
  const unknown: WithoutTags['unknown'] = [];
  const fenced = markFenced(lines);
  const shown = lines.map((line, at) => {
    if (fenced[at]) return line;
    if (ofPage.test(line)) return '';
    const report = (tag: string, what: string) =>
      unknown.push({ line: at + 1, what: `“${tag}” ${what}` });
    if (inclusion.test(line)) {
      report(line.trim(), 'includes another file; it was not read');
      return line;
    }
    if (elsewhere.test(line)) report(line.trim(), notRead);
    const [, quote = '', title = ''] = kindOfBox.exec(line) ?? [];
    if (quote !== '') return title === '' ? quote : `${quote}**${title}**`;
    return line.replace(link, '$1').replace(tagOrCode, (whole: string, ...found) => {
      const { code, name, rest, close, hugo = '', more } = found.at(-1) as Record<string, string>;
      if (code !== undefined) return whole;
      const own = name ?? hugo;
      if (decision.test(own)) report(whole, 'decides what is shown; all of it was read');
      else if (!closed.has(own) && !(close === '/' || /^end/.test(own))) {
        report(whole, notRead);
        return whole;
      }
      const [, double, single] = titleOf.exec(rest ?? more ?? '') ?? [];
      const title = double ?? single;
      return title === undefined || line.trim() !== whole ? '' : `**${title}**`;
    });
  });
  return { lines: shown, unknown };
}

const notRead = 'shows something that is not in this file; it was not read';

/** The name that a tag closes: `tab` for `{% endtab %}`; "" for others. */
function closedBy({ groups = {} }: RegExpExecArray | RegExpMatchArray): string {
  const { name = '', close, hugo = '' } = groups as Record<string, string | undefined>;
  return close === '/' ? hugo : (/^end[_-]?(.+)$/.exec(name)?.[1] ?? '');
}
