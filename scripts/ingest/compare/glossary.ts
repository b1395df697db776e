/**
 * The glossary that editors extend: what counts as the same word, and which English and Chinese
 * words stand for one thing. Read from content/curation/glossary.yaml by the caller.
 */
import { z } from 'zod';

const WordsSchema = z.array(z.string().min(1)).min(1);
const GroupSchema = z.array(z.string().min(1)).min(2);
const TermSchema = z.strictObject({ en: WordsSchema, 'zh-CN': WordsSchema });

export const GlossarySchema = z.strictObject({
  /** Groups of words or phrases that mean the same; a change inside a group is wording. */
  synonyms: z.strictObject({ en: z.array(GroupSchema), 'zh-CN': z.array(GroupSchema) }),
  /** Words that add nothing to what a text says ("please", 相应); adding one is wording. */
  fillers: z.strictObject({ en: z.array(z.string().min(1)), 'zh-CN': z.array(z.string().min(1)) }),
  /** Spellings of one character or word (帐/账, 登陆/登录); a change inside a group is typography. */
  characters: z.array(GroupSchema),
  /** Pairs of English and Chinese words for one thing, for hints at drift between languages. */
  terms: z.array(TermSchema),
  /** Groups of terms that exclude each other (upload, download). */
  opposites: z.array(z.array(TermSchema).min(2)),
});
export type Term = z.infer<typeof TermSchema>;
export type Glossary = z.infer<typeof GlossarySchema>;

/** A glossary that knows nothing, for callers without one. */
export const emptyGlossary: Glossary = {
  synonyms: { en: [], 'zh-CN': [] },
  fillers: { en: [], 'zh-CN': [] },
  characters: [],
  terms: [],
  opposites: [],
};
