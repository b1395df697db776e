import type { Entry } from '../../../src/model/entry.ts';
import { hyphenate } from '../../../src/text/hyphenate.ts';
import { statusesOf } from '../../../src/text/statuses.ts';

/**
 * Returns the anchor of a row: HTTP statuses and message; `undefined` if the message has no Latin
 * letter. A new case gets the anchor of its newest row as its id (`nameCases` in `identity.ts`).
 *
 * @example anchorOf(entry) // => '413-request-entity-too-large'
 */
export function anchorOf({ httpStatus, message }: Entry): string | undefined {
  const text = message?.plain ?? '';
  if (!/[a-z]/.test(hyphenate(text))) return undefined;
  return hyphenate(`${statusesOf(httpStatus?.plain ?? '').join(' ')} ${text}`);
}
