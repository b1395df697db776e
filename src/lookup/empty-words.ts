/** Words that say nothing about an error. */

/** Words that tell no two codes apart. */
export const functionWords: ReadonlySet<string> = new Set(
  'a an and any are as at be been being but by can could did do does for from get got had has have how i if in into is it its may me my of on or our please so some still than that the their them then there these they this those to was we were what when where which who why will with would you your about again all also am anybody anyone fix help keep keeps getting just today'.split(
    ' ',
  ),
);

/** Chinese words of asking, which say nothing about what is asked. */
export const askingWords =
  /怎么办|怎么回事|怎么处理|怎么解决|怎么|如何解决|如何处理|如何|为什么|什么意思|是什么|请问|报错了|报错信息|错误信息是|报错|错误码|出现|提示|遇到|帮忙|求助|谢谢|[了吗呢啊吧呀]/g;
