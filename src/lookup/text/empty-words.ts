import { functionWords } from '../../text/function-words.ts';

/** Words that say nothing about an error: function words, and those of people who ask for help. */
export const emptyWords: ReadonlySet<string> = new Set([
  ...functionWords,
  ...'get got getting me my please still why again all anybody anyone fix help keep keeps just today'.split(
    ' ',
  ),
]);

/** The same in Chinese. */
export const askingWords =
  /怎么办|怎么回事|怎么处理|怎么解决|怎么|如何解决|如何处理|如何|为什么|什么意思|是什么|请问|报错了|报错信息|错误信息是|报错|错误码|出现|提示|遇到|帮忙|求助|谢谢|[了吗呢啊吧呀]/g;
