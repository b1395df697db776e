/** Words that carry no meaning of their own, and words that deny. */

const wordsOf = (text: string): string[] => text.split(/\s+/);

/** Words that only hold a sentence together, not those that narrow it (only, all, must, not; 必须, 只). */
export const functionWords: ReadonlySet<string> = new Set([
  ...wordsOf(`a an the this that these those its it their they them his him her our your you we i he
    she there here of to in on at by for from with into onto upon over about as per than via within
    during and or but so then if whether when where which who whom whose what how while because since
    is are was were be been being am do does did done has have had having can could will would shall
    should may might also such both either each any some one one's s etc eg ie`),
  ...wordsOf(`的 地 得 了 着 过 是 在 于 把 被 将 对 对于 为 与 和 或 或者 及 以及 跟 同 并 并且 而 而且 且 则
    就 也 都 等 该 此 其 这 那 这个 该个 所 以 之 到 从 向 给 让 使 由 按 按照 如 若 如果 时 后 请 您 你 是否 已
    已经 正在 可 可以 能 能够 会 个 条 项 种 位 次 名 进行 中 里 内 上 下 有 来 去 再 请您 请先 请将 请在 的话 然后 因 因为 由于 所以
    那么 即 也是`),
]);

/** English words that deny. "was not loaded" and "failed to load" deny alike. */
export const englishDenials: ReadonlySet<string> = new Set(
  wordsOf('not no fail unable never neither nor none cannot failure'),
);

/** Chinese words that deny. */
export const chineseDenials: readonly string[] = wordsOf('没有 无法 不能 未能 不 未 无 没 非 勿');
