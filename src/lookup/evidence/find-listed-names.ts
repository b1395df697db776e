/** Finds plain words in capitals that are codes because they are in a list of codes: `APIG.0101, INTERNAL`. */
import type { CodeMention, MentionList } from './mention-list.ts';

const name = /^[A-Z][A-Z\d]+(?:_[A-Z\d]+)*$/;
const separator =
  '\\s{0,3}(?:[,;、，；/|]\\s{0,3}(?:(?:and|or)\\s{1,3})?|\\b(?:and|or)\\s{1,3}|[和及与或])\\s{0,3}';
const separatorBefore = new RegExp(`${separator}$`, 'i');
const separatorAfter = new RegExp(`^${separator}`, 'i');
/** What follows an item of a list; `INTERNAL ERROR` is a phrase. */
const endOfItem = new RegExp(`^(?:\\s*(?:$|[.。!?！？:：)）\\]])|${separator})`, 'i');
/** Characters that a separator may have. */
const longest = 16;

/** Adds as likely the names that are next to a code in a list. */
export function findListedNames(list: MentionList): void {
  const { plain } = list.text;
  const all = list.all();
  const named = all.filter(({ match }) => match === 'exact');
  const guesses = all.filter(
    ({ match, how, spelled }) => match === 'guess' && how === 'same' && name.test(spelled),
  );
  if (guesses.length === 0) return;
  const known = [
    ...named.map(({ at, spelled }) => ({ start: at, end: at + spelled.length })),
    ...list.unknown.map(({ at, code }) => ({ start: at, end: at + code.length })),
  ];
  const isListed = ({ at, spelled }: CodeMention) => {
    const end = at + spelled.length;
    const rest = plain.slice(end, end + longest);
    const [before] = separatorBefore.exec(plain.slice(Math.max(0, at - longest), at)) ?? [];
    const [after] = separatorAfter.exec(rest) ?? [];
    return (
      endOfItem.test(rest) &&
      known.some(
        (other) =>
          (before !== undefined && other.end === at - before.length) ||
          (after !== undefined && other.start === end + after.length),
      )
    );
  };
  // In the order of the text: the next name may be next to this one.
  for (const guess of guesses.toSorted((a, b) => a.at - b.at)) {
    if (list.isInThing(guess.at) || !isListed(guess)) continue;
    list.addListed(guess);
    known.push({ start: guess.at, end: guess.at + guess.spelled.length });
  }
}
