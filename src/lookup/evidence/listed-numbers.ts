/** Reads what is behind a code with a number: the rest of another code, or a list of numbers. */

/** A number of a list, as it is spelled there. Those inside a range are spelled as the range. */
interface Listed {
  number: string;
  spelled: string;
  at: number;
}

const next =
  /^(\s?(?:[,/;、，&|]|\b(?:and|or)\b|和|及|或)\s?|\s|\s?(?:-|~|\.{2,3}|\bto\b|至|到)\s?)(\d{4,10})(?![\w.:-]*\w)/;
const rangeSign = /-|~|\.\.|to|至|到/;
const maxListed = 60;

/**
 * Returns the numbers that follow the number of a code. They have as many digits, and begin with the
 * same one or with a zero, so that a year or a port is none.
 *
 * @param end Where the code ends.
 * @example readListed('apig.0301, 0302', 9, '0301') // => [{ number: '0302', spelled: '0302', at: 11 }]
 */
export function readListed(folded: string, end: number, first: string): Listed[] {
  const listed: Listed[] = [];
  let [last, at] = [first, end];
  while (listed.length < maxListed) {
    const [whole, sign = '', number = ''] = next.exec(folded.slice(at, at + 20)) ?? [];
    if (whole === undefined || number.length !== first.length) break;
    if (!number.startsWith('0') && !number.startsWith(first.charAt(0))) break;
    if (rangeSign.test(sign)) {
      const size = Number(number) - Number(last);
      if (size <= 0 || size > maxListed) break;
      const spelled = folded.slice(at - last.length, at + whole.length);
      for (let one = Number(last) + 1; one <= Number(number); one += 1)
        listed.push({
          number: String(one).padStart(first.length, '0'),
          spelled,
          at: at - last.length,
        });
    } else listed.push({ number, spelled: number, at: at + sign.length });
    last = number;
    at += whole.length;
  }
  return listed;
}

/**
 * Returns what makes a code another one: `.1`, `_2`, `#3`, `-4`, and ` 0` if the code has a space too
 * and nothing else is in the text; else ''.
 *
 * @param start Where the code is.
 * @param end Where it ends.
 * @example readRest('apig.0301.1', 0, 9) // => '.1'
 */
export function readRest(folded: string, start: number, end: number): string {
  const behind = folded.slice(end, end + 40);
  const [rest = ''] =
    /^(?:[._#]\d\w*(?:[.-]\w+)*|-\d{1,3}(?![\w.:]*\w)| \d{1,2}\s*$)/.exec(behind) ?? [];
  // `APIG.0301 41` is followed by a count.
  const isSpaced = folded.slice(0, start).trim() === '' && folded.slice(start, end).includes(' ');
  return rest.startsWith(' ') && !isSpaced ? '' : rest.trimEnd();
}
