/** The closed classes of Chinese words. */

/** Words that only hold a sentence together; those that narrow it (必须, 只, 前, 不) are not among them. */
export const functionWords: ReadonlySet<string> = new Set(
  `的 地 得 了 着 过 是 在 于 把 被 将 对 对于 为 与 和 或 或者 及 以及 跟 同 并 并且 而 而且 且 则 就 也 都 等
  该 此 其 这 那 这个 该个 所 以 之 到 从 向 给 让 使 由 按 按照 如 若 如果 时 后 请 您 你 是否 已 已经 正在
  可 可以 能 能够 会 个 条 项 种 位 次 名 进行 中 里 内 上 下 有 来 去 再 请您 的话 因 因为 由于 所以 那么 即 也是`.split(
    /\s+/,
  ),
);

/** Words that deny, the longest first; they count as one. */
export const negations: readonly string[] = [
  '没有',
  '无法',
  '不能',
  '未能',

  '不',
  '未',
  '无',
  '没',
  '非',
  '勿',
];
