import type { Format } from '../../src/model/format.ts';

/**
 * Returns the title of a document: that of its front matter, else its first heading. A range of codes is none.
 *
 * @example guessTitle('# API errors<a name="x"></a>\n', 'markdown') // => 'API errors'
 */
export function guessTitle(text: string, format: Format): string | undefined {
  const unix = text.replaceAll('\r\n', '\n').replace(/^\ufeff/, '');
  const [, matter = ''] = /^---\n(.*?)\n---\n/s.exec(unix) ?? [];
  const named = /^title:[ \t]*(["']?)(.+)\1[ \t]*$/m.exec(matter)?.[2];
  const body = unix.slice(matter === '' ? 0 : matter.length + 8).replace(/<!--.*?-->/gs, '');
  const heading =
    named ?? headings[format]?.map((pattern) => pattern.exec(body)).find(Boolean)?.[1];
  const plain = heading
    ?.replace(/<[^<>]*>|\{#[^{}]*\}|[*_`]{1,2}|[ \t]#+[ \t]*$/g, '')
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replaceAll(/\\(?=\W)/g, '')
    .trim();
  return plain && !range.test(plain) ? plain : undefined;
}

/** A heading of some codes, such as “4000 to 4499”. */
const range = /^(?:[\s\p{N}\p{P}\p{S}]|\bto\b|至|到)*$/u;

const vague =
  /^[\d.\s]*(?:overview|introduction|preface|summary|notes?|contents|index|readme|home|faq|appendix\W*\w?|(?:feature|function) descriptions?|概述|概览|简介|介绍|前言|说明|功能说明|功能描述|目录|首页|附录\W*\w?)$/i;

/** Whether a title names neither an API nor errors: “Overview”. */
export const isVague = (title: string): boolean => vague.test(title);

const underlined = /^(?!\.\. )(\S.*)\n(?:={3,}|-{3,}|~{3,}|#{3,}|\*{3,}|\^{3,})[ \t]*$/m;
const html = [/<h1\b[^>]*>(.*?)<\/h1>/is, /<title>(.*?)<\/title>/is];
/** Patterns of a heading by format, the preferred one first. */
const headings: Partial<Record<Format, RegExp[]>> = {
  markdown: [/^#[ \t]+(.+)$/m, underlined, /^#{2,6}[ \t]+(.+)$/m, ...html],
  rst: [underlined],
  html,
};
