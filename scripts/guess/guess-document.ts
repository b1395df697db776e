/** What a document is, by its name and its text. */
import { extname } from 'node:path';
import { extensionsOf, type Format, FormatSchema } from '../../src/model/format.ts';
import type { Lang } from '../../src/model/lang.ts';

/** Chinese documents quote messages and names in English; English ones quote hardly any Chinese. */
const minHanShare = 0.05;

/**
 * Returns the format that a file's extension belongs to.
 *
 * @example guessFormat('errors.en.rst') // => 'rst'
 */
export function guessFormat(file: string): Format | undefined {
  const extension = extname(file).slice(1).toLowerCase();
  return FormatSchema.options.find((format) => extensionsOf[format].includes(extension));
}

/** Returns the language of a document by its share of Chinese characters among the letters outside markup. */
export function guessLang(text: string): Lang {
  const words = text.replace(/<[^<>]*>|\]\([^()\s]*\)|https?:[^\s|)]*/g, ' ');
  const han = words.match(/\p{Script=Han}/gu)?.length ?? 0;
  const letters = words.match(/\p{L}/gu)?.length ?? 0;
  return han > 0 && han >= letters * minHanShare ? 'zh-CN' : 'en';
}
