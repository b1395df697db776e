/** What a lookup answers, as data, so that a page can put it in words in any language. */
import type { Lang } from '../model/lang.ts';
import type { Where } from './fields.ts';
import type { CodeSpelling } from './mention-list.ts';

/** One thing found in the text that speaks for a result. */
export type Reason =
  /** The code is named; `spelled` is how. */
  | { kind: 'code'; code: string; spelled: string; how: CodeSpelling; in: Where }
  /** An HTTP status of the case; `earlier` if only an older document gives it. */
  | { kind: 'status'; status: string; in: Where; earlier: boolean }
  /** Its message, whole, begun, with a placeholder filled in, or in similar words (score 0 to 1). */
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

export type MessageMatch = 'whole' | 'prefix' | 'placeholder' | 'similar';

/** One thing that speaks against a result which is near. */
export type Objection =
  /** The text names another code. */
  | { kind: 'otherCode'; code: string }
  /** The text has a status that the case never had. */
  | { kind: 'otherStatus'; status: string; has: string[] }
  /** The text has the message of another case. */
  | { kind: 'otherMessage'; message: string; has: string }
  /** The text names a code that no document has. */
  | { kind: 'unknownCode'; code: string };

/** How sure a result is: it is named, it is probably meant, it is merely near. */
export type Match = 'exact' | 'likely' | 'guess';

/** A case in short. */
export interface Summary {
  /** Its HTTP status; that of every case when the text does not say which one. */
  statuses: string[];
  /** The newest document's message; absent when the text does not say which of several cases. */
  message?: string;
  /** The newest description, in the reader's language if there is one. */
  description?: { text: string; lang: Lang };
}

/** A code, and the case if the text says which, that a text may be about. */
export interface Result {
  catalog: string;
  code: string;
  slug: string;
  /** Id of the case; absent when the text does not say which of several it is. */
  case?: string;
  match: Match;
  /** What to show of it. */
  shows: Summary;
  because: Reason[];
  whyNot?: Objection[];
  /** For ordering only; comparable within one lookup. */
  score: number;
}
