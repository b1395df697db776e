/** Identifiers and code words, which no language translates: `client_id`, `X-Stage`, `TLS1.2`. */
import { foldCase, squash } from './fold.ts';
import { withoutPlaceholders } from './placeholders.ts';
import { remember } from './remember.ts';

const addresses =
  /\b[a-z][a-z0-9+.-]{0,20}:\/\/[^\s\u3000-\u303f\uff00-\uffef\p{Script=Han}]+|[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+/giu;
/** Looking for addresses is slow, and few texts have one. */
const withoutAddresses = (text: string): string =>
  /:\/\/|@/.test(text) ? text.replace(addresses, ' ') : text;

const candidates =
  /[A-Za-z_][A-Za-z0-9_]*(?:[./-][A-Za-z0-9_]+)*|(?<![\d.])\d{1,20}(?:\.\d+){2,}(?:\/\d+)?/gu;

export interface Identifier {
  /** As the text has it. */
  text: string;
  /** Lower case, without separators: `client_id` and ClientID have the same. */
  key: string;
}

/** `client_id`, `TLS1`, `lz4`, `AppKey`; not API, APIs, token: those a translator may translate. */
function isCodeWord(word: string): boolean {
  if (/_/.test(word)) return /[A-Za-z0-9]/.test(word);
  if (/\d/.test(word)) return /[A-Za-z]/.test(word);
  return /[a-z][A-Z]/.test(word) && !/^[a-z]?[A-Z]+s$/.test(word);
}

const units = /^(?:m[VA]|[kKMG]Hz|mAh|kWh?|dBm?|[KMG]B(?:ps|\/s)?)$/;

/** The identifiers in one run of letters, digits, points, hyphens and slashes. */
function identifiersIn(run: string): string[] {
  if (/^\d/.test(run)) return [run];
  if (units.test(run)) return [];
  const alternatives = run.split('/');
  // HTTP/HTTPS names two protocols, and a reader needs both.
  if (alternatives.length > 1)
    return alternatives.flatMap((part) =>
      /^[A-Z]{2,}$/.test(part) ? [part] : identifiersIn(part),
    );
  // A full stop without a space after it: "exist.Check".
  const sentences = run.split(/(?<=[a-z])\.(?=[A-Z])/);
  if (sentences.length > 1) return sentences.flatMap(identifiersIn);
  const parts = run.split('-');
  const isHeader =
    parts.length > 1 &&
    !/^(?:multi|non|pre|sub|auto|cross|self|single|semi)$/i.test(parts[0] ?? '') &&
    (/^x-/i.test(run) || parts.every((part) => /^[A-Z]/.test(part)));
  if (isHeader || (parts.length > 1 && /^\d+$/.test(parts.at(-1) ?? ''))) return [run];
  if (parts.length > 1) return parts.flatMap((part) => identifiersIn(part));
  // A name with points (a.b.c, app.yaml) and not "e.g" or two words at a full stop.
  const isName =
    /^\w{2,}\.\w+\.\w/.test(run) || /\.(?:ya?ml|json|xml|csv|txt|com|cn|org|net)$/.test(run);
  if (/\./.test(run)) return isName || isCodeWord(run) ? [run] : [];
  return isCodeWord(run) ? [run] : [];
}

const keyOf = (text: string): string => squash(foldCase(text));

/**
 * Read the identifiers of a text, each once. Addresses (URLs, mail) and placeholders are left out:
 * publishers point to their own sites.
 *
 * @example readIdentifiers('支持TLS1.1和TLS1.2 (HTTP/HTTPS)') // texts: TLS1.1, TLS1.2, HTTP, HTTPS
 */
export const readIdentifiers: (text: string) => readonly Identifier[] = remember(
  findIdentifiers,
  5_000,
);

function findIdentifiers(text: string): Identifier[] {
  const plain = withoutPlaceholders(withoutAddresses(text.normalize('NFKC')));
  const found = new Map<string, Identifier>();
  for (const [run] of plain.matchAll(candidates))
    for (const part of identifiersIn(run)) {
      const key = keyOf(part);
      if (key && !found.has(key)) found.set(key, { text: part, key });
    }
  return [...found.values()];
}

/** Take identifiers and addresses out of a text, so that no number is read in them. */
export function withoutIdentifiers(text: string): string {
  return withoutPlaceholders(withoutAddresses(text)).replace(candidates, (run) =>
    identifiersIn(run).length > 0 ? ' ' : run,
  );
}

/**
 * Is an identifier in a text, in whatever notation? "client ID" has `client_id`, TLSv1.2 has
 * `TLS1.2`, a plural its singular.
 *
 * @param squashed The other text, squashed.
 */
export function hasIdentifier(squashed: string, { text, key }: Identifier): boolean {
  if (squashed.includes(key)) return true;
  if (/^v\d/.test(key) && squashed.includes(key.slice(1))) return true;
  // HTTPS is not a plural.
  return (
    key.length > 3 &&
    /[a-z]s$/i.test(text) &&
    text.endsWith('s') &&
    squashed.includes(key.slice(0, -1))
  );
}

const partsOf = ({ text }: Identifier): string[] =>
  text
    .replace(/(?<=[a-z])(?=[A-Z])|(?<=[A-Za-z])(?=\d)/gu, '_')
    .toLowerCase()
    .split(/[^a-z]+/u)
    .filter((part) => part.length > 1);

/**
 * Returns whether one of these identifiers may be in the place of one of those: two share a word
 * (`client_id`, `client_secret`), or there is just one on each side.
 */
export function replacesIdentifier(some: Identifier[], others: Identifier[]): boolean {
  if (some.length === 0 || others.length === 0) return false;
  if (some.length === 1 && others.length === 1) return true;
  const words = new Set(others.flatMap(partsOf));
  return some.some((found) => partsOf(found).some((part) => words.has(part)));
}
