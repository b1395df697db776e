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
    /\b(?:i[mn][a-z]+(?:[ae]nt|[ai]ble|ive|ous|ate|ete|ite)(?:ly)?|in(?:valid|correct|secure|exact)\w*|improper\w*|un\w{4,}|ill?egal|ir\w{5,}|dis(?!turb|play|tribut|count|tinct|tance|cuss)\w{4,}|few|fewer|mis\w{3,}|non\w*|fail\w*|error|wrong|lack\w*|den(?:y|ied)|forbid\w*|prohibit\w*|refuse\w*|reject\w*|except\w*|unless|only|must|exceed\w*|over|less|most|least|more|beyond|within|max\w*|min\w*|mix\w*|out\w*|off\w*|reach\w*|before|until|whether|empty|absen\w*|block\w*|conflict\w*|differ\w*|abnormal\w*|stop\w*|expire\w*|exclud\w*|avoid\w*|free|too|instead|yet|null|other|neither|abandon\w*|bad|poor\w*|weak\w*|persist\w*|occupied|duplicate\w*|limit\w*|fault\w*|delet\w*|remov\w*|close\w*|hidden|zero|broken|lost|skip\w*|ignor\w*|long|short|large|small)\b/iu,
  chinese:
    /失败|错|误|缺|[之以]外|拒|禁|仅|只|除|空(?!间)|异常|否|超|满(?!足)|以[内外上下]|[大小多少高低早晚]于|不同|必须|需|至[少多]|最[少多]|(?<![当目])前(?!缀)|冲突|重复|过期|失效|停|黑名单|避免|少|丢|异|(?<!权)限|欠|删|关闭|另|换|其[他它]|而|暂|0/u,
};

/** Words of `negative` that say the same in both languages: they leave nothing open. */
const corresponding: readonly (readonly [RegExp, RegExp])[] = [
  [/\bonly\b/giu, /仅仅?|只有?/gu],
  [/\b(?:must|should|needs?|required?)\b/giu, /必须|务必|需要?|应该?/gu],
  [/\b(?:null|empty|blank)\b/giu, /空值?/gu],
  [/\b(?:other|another|else)\b/giu, /其[他它]|另外?|别的/gu],
  [/\b(?:delet|remov)\w*/giu, /删除|移除|清除/gu],
  [/\b(?:clos|stop)\w*/giu, /关闭|停止/gu],
  [/\bexpir\w*/giu, /过期|失效|到期/gu],
  [/\blimit\w*/giu, /限制|上限|限额/gu],
  [/\bfail\w*/giu, /失败|未成功|未能/gu],
  [
    /\b(?:errors?|wrong|incorrect\w*|invalid\w*|illegal\w*|abnormal\w*|fault(?:s|y)?)\b/giu,
    /错误|有误|异常|故障|不正确|不合法|非法|无效/gu,
  ],
  [/\b(?:exceed\w*|over|beyond)\b/giu, /超[过出]/gu],
  [/\balready\b/giu, /已经?/gu],
  [/\bconflict\w*/giu, /冲突/gu],
  [/\b(?:before|until)\b/giu, /之?前/gu],
  [/\barrears\b/giu, /欠费/gu],
  [/\boccupied\b/giu, /占用/gu],
  [/\bat least\b/giu, /至少/gu],
  [/\b(?:block|black|deny)list\w*/giu, /黑名单/gu],
  [/\b(?:missing|lack\w*|absent)\b/giu, /缺[少失]?/gu],
];

/**
 * Returns an English and a Chinese text without the words that limit, ask or deny in both.
 *
 * @example withoutCorresponding('Only one can be deleted.', '仅能删除一个。') // => [' one can be  .', '能 一个。']
 */
export const withoutCorresponding = (english: string, chinese: string): [string, string] =>
  corresponding.reduce<[string, string]>(
    ([a, b], [inEnglish, inChinese]) => {
      const isSame = (a.match(inEnglish) ?? []).length === (b.match(inChinese) ?? []).length;
      return isSame ? [a.replace(inEnglish, ' '), b.replace(inChinese, ' ')] : [a, b];
    },
    // "At least one" limits nothing: it says that there is one.
    [english.replace(chinese.includes('至少') ? /$^/u : /\bat least (?:one|1)\b/giu, ' '), chinese],
  );

/** Returns how often a text denies, limits or asks. */
const countSigns = (text: string, language: 'english' | 'chinese'): number =>
  [denials[language], negative[language]].reduce(
    (sum, { source, flags }) => sum + [...text.matchAll(new RegExp(source, `${flags}g`))].length,
    0,
  );

/** Returns whether one of two texts denies, limits or asks more often than the other. */
export function isDeniedMoreOften(english: string, chinese: string): boolean {
  const [a, b] = withoutCorresponding(english, chinese);
  return countSigns(a, 'english') !== countSigns(b, 'chinese');
}

/**
 * Returns whether an English text denies more often than the Chinese one, and neither has words that leave
 * open what is denied: 由于没有节点，该作业曾被调度 lacks "never". Chinese repeats denials freely.
 */
export function lacksDenial(english: string, chinese: string): boolean {
  const [a, b] = withoutCorresponding(english, chinese);
  if (negative.english.test(a) || negative.chinese.test(b) || /是否/u.test(b)) return false;
  const [inEnglish, inChinese] = [
    a.match(new RegExp(denials.english, 'giu')) ?? [],
    b.match(new RegExp(denials.chinese, 'gu')) ?? [],
  ];
  return inEnglish.length > inChinese.length;
}

/** Returns whether a word is or contains a word that denies. */
export const isDenial = (word: string): boolean =>
  denials.english.test(word) || denials.chinese.test(word);

/** Returns whether a text denies: yes, no, or `undefined` if its words leave it open. */
export function deniesEnglish(text: string): boolean | undefined {
  // "Not until it is locked" is 锁定后.
  if (/\b(?:whether|until)\b/iu.test(text)) return undefined;
  return denials.english.test(text) || (negative.english.test(text) ? undefined : false);
}

/** {@link deniesEnglish} for a Chinese text. */
export function deniesChinese(text: string): boolean | undefined {
  // 不少于 is "at least", 不足 "fewer than", 不能重复绑定 "already bound".
  if (/是否|不[少多低高大小早晚]于|不[足够]|重复/u.test(text)) return undefined;
  return denials.chinese.test(text) || (negative.chinese.test(text) ? undefined : false);
}

/** Returns whether only one of two texts denies: "not less than" is 大于, "failed" is 未成功. */
export function isDeniedOnce(english: string, chinese: string): boolean {
  const denied = [deniesEnglish(english), deniesChinese(chinese)] as const;
  if (!denied.includes(undefined)) return denied[0] !== denied[1];
  return (
    /[未没]|不成功/u.test(chinese) && !denials.english.test(english) && !/\bun\w/iu.test(english)
  );
}

/** What may be or works, what may not, and words that limit either. */
const modals = {
  english: {
    no: /\b(?:cannot|(?:can|may|must|should) not|(?:can|must|should)n['’]t|(?:not|never|n['’]t|no longer)(?: be| yet)? (?:allow\w*|permit\w*|support\w*|able)|unable|unsupported|forbidden|prohibited|disallow\w*)\b/giu,
    yes: /\b(?:can|may|able|(?:is|are|be) (?:allowed|permitted|supported)|allows?|permits?|(?<!technical )supports?)\b/iu,
    limit: /\b(?:only|most|least|than|unless|except|until|other|no|not|whether|if|when)\b/iu,
  },
  chinese: {
    no: /不[能可准得应]|(?:不|未|没有)(?:被|再)?(?:允许|支持)|无法|无权|禁止|拒绝/gu,
    yes: /可以|允许|(?<!技术)支持(?!的)|能够|可(?![能用见靠])|(?<![可功性智])能(?!力)/u,
    limit:
      /仅|只|才|(?<![删移清解])除|超|[大小多少]于|至[多少]|最[多少]|其[他它]|[不未无没非]|否|如果|若|时/u,
  },
} as const;

/** Returns whether a text says that something may be: yes, no, or `undefined` if it says neither or both. */
const allows = (text: string, { no, yes, limit }: (typeof modals)['english' | 'chinese']) => {
  const rest = text.replace(no, ' ');
  if (limit.test(rest)) return undefined;
  const isNo = rest !== text;
  return isNo === yes.test(rest) ? undefined : !isNo;
};
export const allowsEnglish = (text: string): boolean | undefined => allows(text, modals.english);
export const allowsChinese = (text: string): boolean | undefined => allows(text, modals.chinese);
