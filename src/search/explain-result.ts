/** The reasons of a result in words. */
import type { Objection, Reason, Result } from '../lookup/result.ts';
import { fillParts } from '../text/fill-template.ts';
import { langOfText } from '../text/lang-of-text.ts';
import type { Word, Words } from './words.ts';

/** Words and quotations, in the order in which they are read. */
export type Phrase = (string | { quote: string; lang: string })[];

type Say = Words['say'];

/**
 * Returns what speaks for a result: "code APIG.0201 and HTTP 413 found in the JSON; its message …".
 *
 * @example explainMatch(result, words.say) // => ['code APIG.0201 found in the JSON']
 */
export function explainMatch({ because }: Pick<Result, 'because'>, say: Say): Phrase {
  const groups: { place: string; parts: Phrase[] }[] = [];
  for (const reason of because) {
    const place = 'in' in reason ? reason.in : '';
    const last = groups.at(-1);
    const part = phraseReason(reason, say);
    if (last && last.place === place) last.parts.push(part);
    else groups.push({ place, parts: [part] });
  }
  const clauses = groups.map(({ place, parts }) => {
    const all =
      parts.length === 2
        ? fill(say['and'], { one: parts[0], other: parts[1] })
        : join(parts, say['comma']);
    return place === '' ? all : fill(say[`in.${place}` as Word], { what: all });
  });
  return join(clauses, say['semicolon']);
}

/** Returns what speaks against a result that is near: "but the text names APIG.0201". */
export function explainObjections({ whyNot = [] }: Pick<Result, 'whyNot'>, say: Say): Phrase {
  return join(
    whyNot.map((objection) => phraseObjection(objection, say)),
    say['semicolon'],
  );
}

function phraseReason(reason: Reason, say: Say): Phrase {
  switch (reason.kind) {
    case 'code':
      return fill(say[`code.${reason.how}`], { code: reason.code, spelled: reason.spelled });
    case 'status':
      return fill(say[reason.earlier ? 'status.earlier' : 'status'], { status: reason.status });
    case 'message':
      return fill(say[`message.${reason.how}`], { text: quote(reason.message) });
    case 'text':
      return fill(say[`${reason.field}.${reason.how}`], { text: quote(reason.text) });
  }
}

function phraseObjection(objection: Objection, say: Say): Phrase {
  switch (objection.kind) {
    case 'otherCode':
    case 'unknownCode':
      return fill(say[`not.${objection.kind}`], { code: objection.code });
    case 'otherStatus': {
      const { status, has } = objection;
      if (has.length === 0) return fill(say['not.noStatus'], { status });
      return fill(say['not.otherStatus'], { status, has: has.join(say['comma']) });
    }
    case 'otherMessage': {
      const { message, has } = objection;
      return fill(say['not.otherMessage'], { message: quote(message), has: quote(has) });
    }
  }
}

/** Returns a quotation of a document, marked with its language. */
function quote(text: string): Phrase {
  const short = text.length > 120 ? `${text.slice(0, 119)}…` : text;
  return [{ quote: short, lang: langOfText(text) }];
}

/** Returns a string with words or phrases in place of `{{name}}`. */
export function fill(
  template: string,
  values: Record<string, string | Phrase | undefined>,
): Phrase {
  return fillParts<string | Phrase>(template, values).flat();
}

function join(phrases: Phrase[], between: string): Phrase {
  return phrases
    .filter((phrase) => phrase.length > 0)
    .flatMap((phrase, index) => (index === 0 ? phrase : [between, ...phrase]));
}
