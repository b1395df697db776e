/** What the search would answer to the words of an address; for addresses that name no code. */
import { loadCore, loadTexts } from '../../search/load-index.ts';
import type { Result } from '../result.ts';
import { textOfAddress } from './text-of-address.ts';

/**
 * Look the words of an address up.
 *
 * @param path Path of the address, without the site's base.
 * @param search The page's search element, which says where the index is.
 * @param locale The reader's language.
 * @returns The codes that are more than a guess; none where there is nothing to look up.
 * @throws When the index cannot be fetched.
 */
export async function lookUpText(
  path: string,
  search: HTMLElement | null,
  locale: string,
): Promise<Result[]> {
  const text = textOfAddress(path);
  if (text === '' || search === null) return [];
  const { base = '/', version = '' } = search.dataset;
  const place = { base, locale, version, shards: 0 };
  const [{ makeAnswer }, core, texts] = await Promise.all([
    import('../../search/engine.ts'),
    loadCore(place),
    loadTexts(place).catch(() => undefined),
  ]);
  const answer = makeAnswer(texts ? { core, texts } : { core }, locale === 'en' ? 'en' : 'zh-CN');
  return answer(text).filter(({ match }) => match !== 'guess');
}
