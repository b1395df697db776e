/** The result of a lookup as data, which a page puts into words in any language. */
import type { Lang } from '../model/lang.ts';
import type { CodeSpelling } from './evidence/mention-list.ts';
import type { Where } from './text/fields.ts';

/** Something in the text that supports a result. */
export type Reason =
  /** The code is named; `spelled` is how. */
  | { kind: 'code'; code: string; spelled: string; how: CodeSpelling; in: Where }
  /** An HTTP status of the case; `earlier` if only an older document gives it. */
  | { kind: 'status'; status: string; in: Where; earlier: boolean }
  /** Its message: whole, with a placeholder filled in, or similar (score 0 to 1). */
  | { kind: 'message'; message: string; how: MessageMatch; score: number }
  /** Its description or solution, in the language of that text. */
  | {
      kind: 'text';
      field: 'description' | 'solution';
      text: string;
      lang: Lang;
      how: MessageMatch;
      score: number;
    };

export type MessageMatch = 'whole' | 'placeholder' | 'similar';

/** Something in the text that contradicts a result. */
export type Objection =
  /** The text names another code. */
  | { kind: 'otherCode'; code: string }
  /** The text has a status that the case never had. */
  | { kind: 'otherStatus'; status: string; has: string[] }
  /** The text has the message of another case, or one that no document gives this code. */
  | { kind: 'otherMessage'; message: string; has: string }
  /** The text names a code that is in no document. */
  | { kind: 'unknownCode'; code: string };

/** How sure a result is: it is named, it is probably meant, or it is similar. */
export type Match = 'exact' | 'likely' | 'guess';

/** A case as the list of results shows it. */
export interface Summary {
  /** Its HTTP status; those of all cases if the text does not tell which one it is about. */
  statuses: string[];
  /** Number of cases that the code has. */
  cases: number;
  /** The newest document's message; absent if the text does not tell which case it is about. */
  message?: string;
  /** The newest description, in the reader's language if there is one. */
  description?: { text: string; lang: Lang };
  /** The solution that the page shows, chosen likewise. */
  solution?: { text: string; lang: Lang };
}

/** A code that a text may be about, and its case if the text tells which. */
export interface Result {
  catalog: string;
  code: string;
  slug: string;
  /** Id of the case. */
  case?: string;
  match: Match;
  shows: Summary;
  because: Reason[];
  whyNot?: Objection[];
  /** For ordering only; comparable within one lookup. */
  score: number;
  /** In a text with several errors: 1-based line of the first one like this, and their number. */
  line?: number;
  count?: number;
}
