import type { Lang } from '../model/lang.ts';

/** Punctuation with the space after it; Chinese sentences follow each other without a space. */
export const punctuation: Record<Lang, Record<'colon' | 'comma' | 'stop' | 'space', string>> = {
  en: { colon: ': ', comma: ', ', stop: '. ', space: ' ' },
  'zh-CN': { colon: '：', comma: '，', stop: '。', space: '' },
};
