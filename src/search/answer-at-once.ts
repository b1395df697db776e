/**
 * Answers a code in the address of the find page. This script is in the page, as are the style sheet
 * and the small index (`preload-search.ts`): the answer waits for no other file. `<code-search>` shows
 * the same answer again when it is there.
 */
import css from '~/styles/search-results.css?inline';
import { firstAnswer } from './first-answer.ts';
import { FileLoader, readPlace } from './load-files.ts';
import { renderRow } from './result-row.ts';
import { rowOf } from './rows.ts';

async function answerAtOnce(search: HTMLElement, text: string): Promise<void> {
  const files = new FileLoader(readPlace(search));
  const [words, core] = await Promise.all([files.words(), files.coreFor(text)]);
  const first = core && firstAnswer(text, core);
  const asked = new URLSearchParams(location.search).get('catalog') ?? '';
  const isOther = Object.hasOwn(words.catalogs, asked) && asked !== first?.catalog;
  const list = search.querySelector<HTMLElement>('[role=listbox]');
  if (!first || !list || isOther || customElements.get('code-search')) return;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  document.adoptedStyleSheets.push(sheet);
  const row = rowOf(first, first.shows, files.place);
  list.replaceChildren(renderRow(row, words, { isOption: true }));
  list.hidden = false;
  for (const element of search.querySelectorAll<HTMLElement>('[data-say]')) element.hidden = true;
}

const search = document.querySelector<HTMLElement>('code-search');
const text = search?.querySelector('textarea')?.value ?? '';
// Without the files the search tries again, and says so if it fails.
if (search && text !== '') answerAtOnce(search, text).catch(() => {});
