import {
  countBracketed,
  type Placeholder,
  readPlaceholders,
} from '../../../../src/text/placeholders.ts';
import { type Rule, rateOneSided, type TextPair } from './rule.ts';

/**
 * Placeholders by position: only their number counts, since each language and edition names them in
 * its own way ({name} = {名称}). Within a language formats without names (`%s`, `%d`) must also be in the same order;
 * names of two parts that differ in one ({user_id}, {user_name}) are two things.
 */
export const placeholder: Rule = {
  id: 'placeholder',
  kind: 'placeholder',
  compare(pair) {
    const left = readPlaceholders(pair.left);
    const right = readPlaceholders(pair.right);
    const more = left.length - right.length;
    // A name in square brackets is a placeholder if the other text has one in its place.
    if (more > 0 && countBracketed(pair.right) >= more) return undefined;
    if (more < 0 && countBracketed(pair.left) >= -more) return undefined;
    const renamed = more === 0 ? findRenamed(left, right) : undefined;
    if (renamed) return rateOneSided(pair, [renamed[0]], [renamed[1]], true);
    // Languages put them in another order.
    if (more === 0 && (pair.translated || !areFormatsSwapped(left, right))) return undefined;
    const onlyLeft = more === 0 ? left : unmatched(left, right, more);
    const onlyRight = more === 0 ? right : unmatched(right, left, -more);
    const isLost =
      (left.length > 0 && right.length > 0) || isInSentence(pair, [...onlyLeft, ...onlyRight]);
    return rateOneSided(pair, onlyLeft, onlyRight, isLost);
  },
};

/**
 * Returns whether a translated error lost a placeholder of its sentence. Details in brackets or after a
 * colon at the end are added; a solution, or another edition, need not name what the error names.
 */
function isInSentence({ field, left, right, translated }: TextPair, lost: Placeholder[]): boolean {
  if (!translated || field === 'solution') return false;
  const details = `${left}\n${right}`.match(/[(（][^()（）]*[)）]|[:：][^:：\n]{0,40}$/gmu) ?? [];
  return lost.some(({ text }) => !details.some((detail) => detail.includes(text)));
}

/** Returns the placeholder in the place of another one whose name has one part in common with it. */
function findRenamed(
  left: Placeholder[],
  right: Placeholder[],
): [Placeholder, Placeholder] | undefined {
  const only = (some: Placeholder[], others: Placeholder[]) =>
    some.filter(({ key }) => !others.some((other) => other.key === key));
  const [[a, ...more], [b, ...moreOthers]] = [only(left, right), only(right, left)];
  if (!a || !b || more.length + moreOthers.length > 0) return undefined;
  const [parts, others] = [partsOf(a), partsOf(b)];
  const common = parts.intersection(others).size;
  return parts.size > common && others.size > common && common > 0 ? [a, b] : undefined;
}

/** `{userId}` and `{user_id}` have the parts "user" and "id". */
const partsOf = ({ text }: Placeholder): Set<string> =>
  new Set(
    text
      .replace(/(?<=[a-z])(?=[A-Z])/gu, '_')
      .toLowerCase()
      .match(/[a-z]{2,}/gu) ?? [],
  );

function areFormatsSwapped(left: Placeholder[], right: Placeholder[]): boolean {
  const typesOf = (placeholders: Placeholder[]) =>
    placeholders.map(({ text }) => /^%[^(]*([a-z])$/u.exec(text)?.[1] ?? '');
  const [before, after] = [typesOf(left), typesOf(right)];
  return (
    !before.includes('') &&
    !after.includes('') &&
    before.join() !== after.join() &&
    before.toSorted().join() === after.toSorted().join()
  );
}

/** Returns the placeholders too many: those without one of the same name, the last ones first. */
function unmatched(some: Placeholder[], others: Placeholder[], count: number): Placeholder[] {
  if (count <= 0) return [];
  const known = new Set(others.map(({ key }) => key));
  const ordered = some.toSorted((a, b) => Number(known.has(a.key)) - Number(known.has(b.key)));
  const unnamed = ordered.filter(({ key }) => !known.has(key));
  const surplus = unnamed.length > count ? unnamed.slice(-count) : ordered.slice(0, count);
  return some.filter((found) => surplus.includes(found));
}
