/**
 * `<code-search>`: the search in the header's dialog, on the home page and on the find page. A typed
 * text stays in it: not in the address, not in storage, not on a server.
 */

import css from '~/styles/search-results.css?inline';
import { langOf } from '../model/lang.ts';
import { noSimplification, type Simplification } from '../text/simplify.ts';
import type { AsyncEngine, PageAnswer } from './engine.ts';
import { firstAnswer } from './first-answer.ts';
import { readPlace } from './load-files.ts';
import { SearchLoader } from './load-index.ts';
import { keepText, keptText, noteCatalog, visitedCatalog } from './reader.ts';
import { ResultList } from './result-list.ts';
import { rowOf, rowsOfHits } from './rows.ts';
import { delays, longText } from './tuning.ts';
import type { Words } from './words.ts';

/** What shows the errors of a text; fetched with the lookup. */
type IncidentView = typeof import('./incidents.ts');
type State = 'empty' | 'busy' | 'done';
/** Messages in the page, shown one at a time. */
type Message = 'empty' | 'busy' | 'slow' | 'failed' | 'none' | 'more' | 'near' | 'browse';

export class CodeSearch extends HTMLElement {
  #field!: HTMLTextAreaElement;
  #list!: ResultList;
  #loader!: SearchLoader;
  #words: Words | undefined;
  #engine: AsyncEngine | undefined;
  #simplification: Simplification = noSimplification;
  #view: IncidentView | undefined;
  /** Files that failed: the next search fetches them again. */
  #failed: 'all' | 'texts' | undefined;
  /** Of a text with several errors. */
  #summary = '';
  /** Returns what there is to say of the rows that are listed. */
  #sayFound: () => Message[] = () => [];
  /** Number of the text being answered; answers to an earlier one are dropped. */
  #run = 0;
  /** Number of the last text that the list answers. */
  #answered = 0;
  #openFirst = false;
  #timers: ReturnType<typeof setTimeout>[] = [];

  connectedCallback(): void {
    if (this.#field) return;
    this.#loader = new SearchLoader(readPlace(this));
    this.#field = this.querySelector('textarea') as HTMLTextAreaElement;
    this.#list = new ResultList(this, this.#field);
    this.#field.addEventListener('input', (event) => {
      // A part of a Pinyin syllable is not a text yet.
      if (!(event as InputEvent).isComposing) this.#update();
    });
    this.#field.addEventListener('compositionend', () => this.#update());
    this.#field.addEventListener('paste', (event) => this.#onPaste(event));
    this.#field.addEventListener('keydown', (event) => this.#onKey(event));
    this.addEventListener('focusin', () => this.prepare());
    this.querySelector('[data-clear]')?.addEventListener('click', () => {
      this.#field.value = '';
      this.#update();
      this.#field.focus();
    });
    this.querySelector('[data-retry]')?.addEventListener('click', () => this.#update());
    this.querySelector('[data-more]')?.addEventListener('click', () => this.#searchTexts());
    this.#list.onChoose = (catalog) => this.#choose(catalog);
    if (this.dataset['fromAddress'] !== undefined)
      this.#list.catalog = new URLSearchParams(location.search).get('catalog') ?? undefined;
    if (this.#field.value === '') this.#field.value = keptText();
    if (this.dataset['catalog'] !== undefined) noteCatalog(this.dataset['catalog']);
    this.#openFirst = this.dataset['entered'] !== undefined;
    if (this.#field.value !== '') this.#update();
    else this.#showRest();
  }

  /** Fetches the small files that answer a code, when the page is idle. */
  warm(): void {
    if (this.#loader.place.shards === 0) this.#loader.core().catch(() => {});
    this.#loader.words().catch(() => {});
  }

  /** Fetches everything but the full text, when the box is about to be used. */
  prepare(): void {
    this.loadEngine().catch(() => {});
  }

  /** Fetches the lookup and its words. @throws If they cannot be fetched. */
  async loadEngine(): Promise<{ engine: AsyncEngine; words: Words }> {
    // What answers a code comes before everything else on a slow line.
    const isSmall = this.#loader.place.shards === 0;
    await Promise.allSettled([this.#loader.words(), isSmall ? this.#loader.core() : undefined]);
    const [engine, words, view] = await Promise.all([
      this.#loader.engine(),
      this.#loader.words(),
      import('./incidents.ts'),
    ]);
    this.#simplification = await engine.simplification();
    const isWhole = await engine.isWhole();
    // Meanwhile the texts may have failed, and a search may fetch them again.
    if (engine !== (await this.#loader.engine())) return this.loadEngine();
    if (!isWhole) this.#failed ??= 'texts';
    this.#view = view;
    this.#words = words;
    this.#engine = engine;
    return { engine, words };
  }

  #update(): void {
    const run = ++this.#run;
    const text = this.#field.value;
    this.#clearTimers();
    this.#field.classList.toggle('long', text.length >= longText);
    this.#field.rows = Math.min(12, Math.max(1, text.split('\n', 12).length));
    if (text.trim() === '') {
      this.#openFirst = false;
      this.#list.show([], undefined);
      this.#summary = '';
      this.#view?.hideSummary(this);
      keepText('');
      this.#show('empty', 'empty');
      return;
    }
    if (this.#failed) {
      this.#loader.renew(this.#failed);
      this.#failed = this.#engine = undefined;
    }
    this.#showBusy([]);
    this.#answerCold(run, text).catch(async () => {
      // Another attempt would wait for files that still come, and fail with them.
      await this.#loader.settled();
      if (run !== this.#run) return;
      this.#failed = 'all';
      // Not the results of the text before it.
      if (this.#answered !== run) this.#list.show([], undefined);
      this.#show('done', 'failed');
    });
  }

  #after(delay: number, act: () => void): void {
    const run = this.#run;
    this.#timers.push(setTimeout(() => run === this.#run && act(), delay));
  }

  #clearTimers(): void {
    this.#timers.forEach(clearTimeout);
    this.#timers = [];
  }

  /** Shows the answer of the small index, then that of the whole lookup. */
  async #answerCold(run: number, text: string): Promise<void> {
    if (!this.#engine) {
      this.loadEngine().catch(() => {});
      const [words, core] = await Promise.all([
        this.#loader.words(),
        this.#loader.coreFor(text).catch(() => undefined),
      ]);
      if (run !== this.#run) return;
      const first = core && firstAnswer(text, core, langOf(this.#loader.place.locale));
      if (first) {
        this.#answered = run;
        this.#clearTimers();
        this.#list.show([rowOf(first, first.shows, this.#loader.place)], words);
        this.#openIfAsked();
      }
    }
    const { engine, words } =
      this.#engine && this.#words
        ? { engine: this.#engine, words: this.#words }
        : await this.loadEngine();
    // Where there is no worker, the page first shows that it is busy.
    if (text.length >= longText) await nextPaint();
    if (run !== this.#run) return;
    const answer = await engine.answer(text, this.#ownCatalog());
    if (run !== this.#run) return;
    this.#answered = run;
    this.#showAnswer(text, answer, words);
  }

  /** The catalog that the reader comes from. */
  #ownCatalog(): string | undefined {
    return this.#list.catalog ?? this.dataset['catalog'] ?? visitedCatalog();
  }

  /** Shows the results of one catalog. On the find page its address tells which. */
  #choose(catalog: string | undefined): void {
    this.#list.catalog = catalog;
    if (this.#words) this.#list.announce(this.#words.say);
    if (this.dataset['fromAddress'] === undefined) return;
    const address = new URL(location.href);
    if (catalog === undefined) address.searchParams.delete('catalog');
    else address.searchParams.set('catalog', catalog);
    history.replaceState(history.state, '', address);
  }

  #showAnswer(text: string, answer: PageAnswer, words: Words): void {
    const view = this.#view;
    if (!view) return;
    const { results, errors, incidents, shortLinks } = answer;
    const isSeveral = incidents.length > 1;
    // Each of several errors has an excerpt, where its own place is marked.
    const mark = isSeveral ? undefined : view.createMarker(text, this.#simplification);
    const context = { text, shortLinks, place: this.#loader.place, words };
    this.#sayFound = () => view.sayFound(this, answer, this.#list, context);
    this.#clearTimers();
    this.#list.errors = errors;
    this.#list.compact = view.isCompact(answer);
    this.#summary = view.showSummary(this, answer, context);
    this.#list.show(view.rowsOfAnswer(answer, context), words, mark);
    const rest = view.restOf(answer, text);
    const isLikely = results[0]?.match === 'likely';
    if (rest !== undefined) this.#show('done', ...this.#sayFound(), rest);
    else if (!isLikely) this.#show('busy', ...this.#sayListed());
    if (rest !== undefined || isLikely) this.#openIfAsked();
    if (rest === undefined) this.#after(delays.typing, () => this.#searchTexts());
  }

  /** Adds the hits of the full text to the list. */
  async #searchTexts(): Promise<void> {
    const run = this.#run;
    const text = this.#field.value;
    const [engine, words] = [this.#engine, this.#words];
    if (!engine || !words) return;
    this.#showBusy(this.#sayListed());
    try {
      const fullText = await this.#loader.fullText(this.#simplification);
      const hits = await fullText.search(text, this.#list.size === 0);
      const codes = await engine.codesOf(
        hits.map(({ catalog = '', code = '' }) => ({ catalog, code })),
      );
      if (run !== this.#run) return;
      const isListed = (catalog: string, code: string) => this.#list.has(catalog, code);
      this.#list.add(rowsOfHits(hits, codes, this.#loader.place, isListed), words);
      this.#show('done', ...this.#sayFound());
    } catch {
      if (run !== this.#run) return;
      // What is found stays, with a button that searches the texts again.
      this.#show('done', ...this.#sayListed(), this.#list.size > 0 ? 'more' : 'failed');
    }
    this.#openIfAsked();
  }

  /** Returns what there is to say of rows while, or although, others may be missing. */
  #sayListed(): Message[] {
    return this.#list.size > 0 ? this.#sayFound() : [];
  }

  /** Says after a moment that the text is being searched, later that files are still being fetched. */
  #showBusy(messages: Message[]): void {
    this.#clearTimers();
    this.#show('busy', ...messages);
    this.#after(delays.busy, () => this.#show('busy', ...messages, 'busy'));
    this.#after(delays.slow, () => {
      const isAnswered = this.#answered === this.#run;
      // Results of the text before it would look like its own.
      if (!isAnswered) this.#list.show([], undefined);
      // An answered text waits for the full text; another one may only take long to look up.
      if (isAnswered || !this.#engine) this.#show('busy', ...messages, 'slow');
    });
  }

  #show(state: State, ...messages: (Message | false | undefined)[]): void {
    this.#list.state = state;
    const failed = messages.includes('failed');
    const isPart = state === 'done' && this.#failed === 'texts' && !failed;
    if (isPart) messages.push('failed');
    const note = this.#view?.explainFailed(this, isPart ? this.#words : undefined);
    for (const element of this.querySelectorAll<HTMLElement>('[data-say]')) {
      element.hidden = !messages.includes(element.dataset['say'] as Message);
    }
    if (state === 'busy') return;
    this.#clearTimers();
    this.#showRest();
    if (state === 'done') this.#keep(this.#field.value);
    // A search that failed has not found nothing.
    const summary = failed
      ? (this.querySelector('[data-say=failed]')?.firstChild?.textContent ?? '')
      : this.#summary;
    if (this.#words) this.#list.announce(state === 'empty' ? '' : this.#words.say, summary, note);
  }

  /** Shows what is below the results of a text in the address, in the frame after they have moved it. */
  #showRest(): void {
    if (this.dataset['fromAddress'] !== undefined)
      requestAnimationFrame(() =>
        requestAnimationFrame(() => delete document.documentElement.dataset['asked']),
      );
  }

  /** Keeps a text for Back; a long one in a task of its own, since it is copied to another process. */
  #keep(text: string): void {
    if (text.length < longText) keepText(text);
    else this.#after(0, () => keepText(text));
  }

  /** Inserts a long text at once: browsers do it line by line, which takes a second for 10,000 lines. */
  #onPaste(event: ClipboardEvent): void {
    const text = event.clipboardData?.getData('text/plain') ?? '';
    if (text.length < longText) return;
    event.preventDefault();
    // Before the text, which would be laid out twice.
    this.#field.classList.add('long');
    const { selectionStart, selectionEnd } = this.#field;
    this.#field.setRangeText(text, selectionStart, selectionEnd, 'end');
    this.#update();
  }

  #onKey(event: KeyboardEvent): void {
    if (event.isComposing) return;
    const { key } = event;
    if (key === 'ArrowDown' && this.#list.move(1)) event.preventDefault();
    else if (key === 'ArrowUp' && this.#list.move(-1)) event.preventDefault();
    else if (key === 'Enter' && !event.shiftKey) {
      event.preventDefault();
      this.#openFirst = true;
      if (this.#list.size > 0 && this.#answered === this.#run) this.#openIfAsked();
    } else if (key === 'Escape') {
      // In the dialog one Escape closes it.
      if (this.#list.leave() && !this.closest('dialog')) event.preventDefault();
    }
  }

  /** After Enter: opens the selected result, else the first; a guess is selected, not opened. */
  #openIfAsked(): void {
    if (!this.#openFirst) return;
    this.#openFirst = false;
    this.#list.open();
  }
}

const nextPaint = () =>
  new Promise<void>((done) => requestAnimationFrame(() => setTimeout(done, 0)));

/** As a sheet, because pages allow no style elements. */
const sheet = new CSSStyleSheet();
sheet.replaceSync(css);
document.adoptedStyleSheets.push(sheet);
customElements.define('code-search', CodeSearch);
