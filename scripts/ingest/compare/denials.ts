/** Words that deny, in English and Chinese, for texts of two languages. */

/** Words that deny the sentence they are in. */
const denials = {
  english: /\b(?:not|never|cannot|without|no|nor)\b|n['’]t\b/iu,
  chinese: /不|未|没|无|勿|非/u,
};
/**
 * Words that deny in one language what the other language says with "not" (invalid = 不合法, failed =
 * 不成功), that set a limit (at most = 不超过), or that ask (whether = 是否). A text with one of these
 * is not judged.
 */
const negative = {
  english:
    /\b(?:in(?:valid|correct\w*|sufficient|consistent|compatible|accessible|complete|active|secure|appropriate|definite)|un\w{4,}|ill?egal|ir\w{5,}|dis\w{4,}|mis\w{3,}|non\w*|fail\w*|error|wrong|lack\w*|den(?:y|ied)|forbid\w*|prohibit\w*|refuse\w*|reject\w*|except\w*|unless|only|must|exceed\w*|over|less|most|least|more|beyond|out\w*|reach\w*|before|until|whether|empty|absen\w*|block\w*|conflict\w*|differ\w*|abnormal\w*|stop\w*|expire\w*|exclud\w*|avoid\w*|free|too|instead|already|yet|null|other|neither|abandon\w*|bad|occupied|duplicate\w*|limit\w*|fault\w*|delet\w*|remov\w*|close\w*|hidden|zero|broken|lost|skip\w*|ignor\w*|long|short|large|small)\b/iu,
  chinese:
    /失败|错|误|缺|拒|禁|仅|只|除|空|异常|否|超|满|以[内外上下]|必须|需|至[少多]|最[少多]|前|冲突|重复|过期|失效|停|黑名单|避免|少|丢|异|限|欠|删|关闭|另|换|其[他它]|而|暂|0/u,
};

/** Returns whether a text denies: yes, no, or `undefined` if its words leave it open. */
export function deniesEnglish(text: string): boolean | undefined {
  if (/\bwhether\b/iu.test(text)) return undefined;
  return denials.english.test(text) || (negative.english.test(text) ? undefined : false);
}

/** {@link deniesEnglish} for a Chinese text. */
export function deniesChinese(text: string): boolean | undefined {
  if (text.includes('是否')) return undefined;
  return denials.chinese.test(text) || (negative.chinese.test(text) ? undefined : false);
}
