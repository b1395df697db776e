/** Texts next to codes that are about something else: facts about the file, texts of pages, files. */
import { isCodeShaped, isMetadata, looksLikeCodeKey } from './keys.ts';
import type { DataEntry } from './node.ts';

/** Next to codes, a fact about all of them: `ecu: GW`, `supplier: Acme`. */
export const isFact = ({ key, value }: DataEntry): boolean =>
  (/^[a-z]{3,}$/.test(key) && value.kind === 'scalar' && /^[A-Z]{2}[A-Z\d]*$/.test(value.text)) ||
  /^(?:author|domain|module|owner|prefix|service|since|supplier|system|team|unit|vendor)$/i.test(
    key,
  );

/** Next to codes in capitals or with digits, a text of a page: `buttonRetry: Retry`. */
export function isLabelOfPage({ key }: DataEntry, beside: readonly DataEntry[]): boolean {
  return /^[a-z]+(?:[A-Z][a-z]*)+$/.test(key) && areCodesBeside(beside);
}

/** Whether most keys but those about the file look like codes; known for each list of entries. */
function areCodesBeside(entries: readonly DataEntry[]): boolean {
  const known = codesBeside.get(entries);
  if (known !== undefined) return known;
  const keys = entries.flatMap(({ key }) => (isMetadata(key) ? [] : key));
  const areCodes = keys.filter(isCodeShaped).length * 2 > keys.length;
  codesBeside.set(entries, areCodes);
  return areCodes;
}
const codesBeside = new WeakMap<readonly DataEntry[], boolean>();

/** A file in a file: `errors.yaml: |`. */
export const isFile = ({ key, value }: DataEntry): boolean =>
  /\.(?:conf|ini|json|properties|toml|xml|ya?ml)$/i.test(key) &&
  value.kind === 'scalar' &&
  /\S\n+\s*\S/.test(value.text);

/** A link, not a text. */
export const isAddress = ({ value }: DataEntry): boolean =>
  value.kind === 'scalar' && /^https?:\/\/\S+$/.test(value.text);

/** Whether a key of a bundle is the path of an error. */
export const isErrorPath = (key: string): boolean =>
  /(?:^|\.)(?:\w*(?:err(?:or)?s?|exceptions?|faults?|codes?)|fail\w*)\./i.test(key);

/** A text of a page next to maps of codes: it may have a path, `button.retry`. */
export const isLabel = (entry: DataEntry, beside: readonly DataEntry[]): boolean =>
  isLabelOfPage(entry, beside) ||
  (entry.key.includes('.') && !looksLikeCodeKey(entry.key) && !isErrorPath(entry.key));
