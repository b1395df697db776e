/** Texts of documents with their place and language; every other schema is built on these. */
import { z } from 'zod';
import { languages } from './lang.ts';

/** BCP 47 tag of the language a text is written in. */
export const LangSchema = z.enum(languages);

/** Controls, lone surrogates, and the characters that reverse the direction of what follows. */
const unfitForNames = /[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}\p{Bidi_Control}]/u;

/** More than any sentence has, in characters; a longer one is a mistake, and would be on each page. */
const maxName = 1000;

/** A name or a sentence that an editor wrote: visible text in one line. White space is folded. */
export const NameSchema = z
  .string()
  .overwrite((text) => text.replace(/\s+/g, ' ').trim())
  .refine((text) => text.length <= maxName, `expected at most ${maxName} characters`)
  .refine((text) => /[^\p{C}\p{Z}\p{Default_Ignorable_Code_Point}]/u.test(text), 'expected a text')
  .refine(
    (text) => !unfitForNames.test(text),
    'expected a text without control characters, also those that change the writing direction',
  );

/** An address of the web that a page links to. */
export const WebAddressSchema = z
  .string()
  .refine(isWebAddress, 'expected an address that starts with https:// or http://');

function isWebAddress(address: string): boolean {
  if (!/^https?:\/\/[^\s\p{C}"'<>]+$/u.test(address) || !URL.canParse(address)) return false;
  const { username, password } = new URL(address);
  return username === '' && password === '';
}

/**
 * Whether a link of a document stays one: to a page or to somebody's mail. The documents are of other
 * people, so any other address stays text: it would run something, or lead nowhere from here.
 */
export const isOutsideLink = (address: string): boolean => /^(https?:\/\/|mailto:)/i.test(address);

/** A text of the project itself, in every language of the interface. */
export const LocalisedSchema = z.strictObject({ en: NameSchema, 'zh-CN': NameSchema });

/**
 * A position in a source document: path from the project's root, 1-based line. `page` is the name of
 * the file's page if the document has several files.
 */
export const PlaceSchema = z.object({
  file: z.string(),
  line: z.int().positive(),
  page: z.string().optional(),
});
export type Place = z.infer<typeof PlaceSchema>;

/** Phrasing content of a table cell, in the shape of mdast nodes, so that writers need no conversion. */
export type Inline =
  | { type: 'text'; value: string }
  | { type: 'inlineCode'; value: string }
  | { type: 'break' }
  | { type: 'emphasis'; children: Inline[] }
  | { type: 'strong'; children: Inline[] }
  | { type: 'delete'; children: Inline[] }
  | { type: 'link'; url: string; children: Inline[] };

/** Flow content of a cell or a note, in the shape of mdast nodes. */
export type Block =
  | { type: 'paragraph'; children: Inline[] }
  | { type: 'code'; value: string }
  | { type: 'list'; ordered: boolean; children: ListItem[] };
export type ListItem = { type: 'listItem'; children: Block[] };

const parent = <T extends string>(type: T) =>
  z.object({ type: z.literal(type), children: z.array(z.lazy(() => InlineSchema)) });

export const InlineSchema: z.ZodType<Inline> = z.lazy(() =>
  z.discriminatedUnion('type', [
    z.object({ type: z.literal('text'), value: z.string() }),
    z.object({ type: z.literal('inlineCode'), value: z.string() }),
    z.object({ type: z.literal('break') }),
    parent('emphasis'),
    parent('strong'),
    parent('delete'),
    z.object({ type: z.literal('link'), url: z.string(), children: z.array(InlineSchema) }),
  ]),
);

export const BlockSchema: z.ZodType<Block> = z.lazy(() =>
  z.discriminatedUnion('type', [
    z.object({ type: z.literal('paragraph'), children: z.array(InlineSchema) }),
    z.object({ type: z.literal('code'), value: z.string() }),
    z.object({
      type: z.literal('list'),
      ordered: z.boolean(),
      children: z.array(z.object({ type: z.literal('listItem'), children: z.array(BlockSchema) })),
    }),
  ]),
);

/**
 * A text of a document: `plain` has markup removed, white space folded, and paragraphs and list
 * items joined by "\n"; `rich` is present only if the text is more than plain paragraphs.
 */
export const TextSchema = z.object({
  lang: LangSchema,
  plain: z.string(),
  rich: z.array(BlockSchema).optional(),
  /** 1-based line of the cell; absent if it is the line of the entry. */
  line: z.int().positive().optional(),
});
export type Text = z.infer<typeof TextSchema>;
