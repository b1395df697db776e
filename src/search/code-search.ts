/**
 * `<code-search>`: the one search of the site, in the header's dialog, on the home page and on the
 * find page. Nothing that is typed leaves it: no address, no storage, no server.
 */

import type { LookupCore } from '../lookup/index-format.ts';
import type { Summary } from '../lookup/result.ts';
import type { Lang } from '../model/lang.ts';
import type { Answer } from './engine.ts';
import { firstAnswer } from './first-answer.ts';
import type { FullTextHit } from './full-text.ts';
import { loadCore, loadShard, loadTexts, loadWords, type Place } from './load-index.ts';
import { ResultList } from './result-list.ts';
import type { Answered, Row } from './result-row.ts';
import { fill } from './say-why.ts';
import { shardsFor } from './shards.ts';
import { summariseCase } from './summarise-case.ts';
import type { Words } from './words.ts';

type State = 'empty' | 'busy' | 'done';
/** Messages that stand in the page and are shown one at a time. */
type Message = 'empty' | 'slow' | 'failed' | 'none' | 'more' | 'near';

interface Engine {
  answer: Answer;
  core: LookupCore;
  /** Traditional and simplified characters in turn. */
  traditional: string;
}

/** Waiting longer than this is said to the reader; milliseconds. */
const slowAfter = 1500;
/** Pause in typing before the texts are searched; milliseconds. */
const typingPause = 150;
/** Texts longer than this are looked up after the page has shown that it is busy. */
const longText = 20_000;

const engines = new Map<string, Promise<Engine>>();

export class CodeSearch extends HTMLElement {
  #field!: HTMLTextAreaElement;
  #list!: ResultList;
  #place!: Place;
  #lang: Lang = 'en';
  #words: Words | undefined;
  #engine: Engine | undefined;
  /** Number of the text being answered; what belongs to an earlier one is dropped. */
  #run = 0;
  #openFirst = false;
  #timers: ReturnType<typeof setTimeout>[] = [];

  connectedCallback(): void {
    if (this.#field) return;
    const { base = '/', locale = 'en', version = '', shards = '0' } = this.dataset;
    this.#place = { base, locale, version, shards: Number(shards) };
    this.#lang = locale === 'zh-cn' ? 'zh-CN' : 'en';
    this.#field = this.querySelector('textarea') as HTMLTextAreaElement;
    this.#list = new ResultList(this, this.#field);
    this.#field.addEventListener('input', (event) => {
      // Half a Pinyin syllable is no text yet.
      if (!(event as InputEvent).isComposing) this.#update();
    });
    this.#field.addEventListener('compositionend', () => this.#update());
    this.#field.addEventListener('keydown', (event) => this.#onKey(event));
    this.addEventListener('focusin', () => this.prepare());
    this.querySelector('[data-retry]')?.addEventListener('click', () => this.#update());
    this.querySelector('[data-more]')?.addEventListener('click', () =>
      this.#searchTexts(this.#run),
    );
    // The browser puts back what a field held when the reader comes back.
    addEventListener('pageshow', () => this.#field.value !== '' && this.#update());
    this.#openFirst = this.dataset['entered'] !== undefined;
    if (this.#field.value !== '') this.#update();
  }

  /** Fetch the small files that answer a code; called when the page is idle. */
  warm(): void {
    if (this.#place.shards === 0) loadCore(this.#place).catch(() => {});
    loadWords(this.#place).catch(() => {});
  }

  /** Fetch everything but the full-text search; called when the box is about to be used. */
  prepare(): void {
    this.#loadEngine().catch(() => {});
  }

  /** Put the cursor into the box and choose what is in it. */
  start(): void {
    this.#field.focus();
    this.#field.select();
  }

  async #loadEngine(): Promise<Engine> {
    const key = `${this.#place.locale} ${this.#place.version}`;
    let loading = engines.get(key);
    if (!loading) {
      loading = loadEngine(this.#place, this.#lang);
      engines.set(key, loading);
      loading.catch(() => engines.delete(key));
    }
    const [engine, words] = await Promise.all([loading, loadWords(this.#place)]);
    this.#words = words;
    this.#engine = engine;
    return engine;
  }

  #update(): void {
    const run = ++this.#run;
    const text = this.#field.value;
    this.#timers.forEach(clearTimeout);
    this.#timers = [];
    this.#field.rows = Math.min(12, Math.max(1, text.split('\n', 12).length));
    if (text.trim() === '') {
      this.#openFirst = false;
      this.#list.clear();
      this.#show('empty', 'empty');
      return;
    }
    this.#show('busy');
    this.#after(slowAfter, () => this.#show('busy', 'slow'));
    if (this.#engine && this.#words && text.length < longText) {
      this.#answer(run, text, this.#engine, this.#words);
      return;
    }
    this.#answerCold(run, text).catch(() => {
      if (run === this.#run) this.#show('done', 'failed');
    });
  }

  #after(delay: number, act: () => void): void {
    const run = this.#run;
    this.#timers.push(setTimeout(() => run === this.#run && act(), delay));
  }

  /** First what the small index knows, then what the whole lookup says. */
  async #answerCold(run: number, text: string): Promise<void> {
    const whole = this.#loadEngine();
    whole.catch(() => {});
    if (!this.#engine) {
      const [words, core] = await Promise.all([
        loadWords(this.#place),
        loadSome(this.#place, text).catch(() => undefined),
      ]);
      if (run !== this.#run) return;
      const first = core && firstAnswer(text, core);
      if (first && core) this.#list.show([this.#rowOf(first, core)], words);
      if (first) this.#openIfAsked();
    }
    const engine = await whole;
    if (text.length >= longText) await nextPaint();
    if (run === this.#run && this.#words) this.#answer(run, text, engine, this.#words);
  }

  #answer(run: number, text: string, engine: Engine, words: Words): void {
    const results = engine.answer(text);
    this.#list.show(
      results.map((result) => this.#rowOf(result, engine.core, result.shows)),
      words,
    );
    if (results[0]?.match === 'exact') {
      this.#show('done', 'more');
      this.#openIfAsked();
      return;
    }
    if (results[0]?.match === 'likely') this.#openIfAsked();
    else {
      // A code alone that nobody has: texts that share its prefix would be no answer.
      const unknown = engine.answer.unknownCode(text);
      this.#sayNear(unknown, words);
      if (unknown !== undefined && unknown === text.trim()) {
        this.#show('done', this.#list.size === 0 ? 'none' : 'near');
        this.#openIfAsked();
        return;
      }
      this.#show('busy', results.length > 0 ? 'near' : undefined);
    }
    this.#after(typingPause, () => this.#searchTexts(run));
  }

  /** Add what the texts say to the list. */
  async #searchTexts(run: number): Promise<void> {
    const text = this.#field.value;
    const words = this.#words;
    if (!words) return;
    const near = this.#list.size > 0 && !this.#list.sure ? 'near' : undefined;
    this.#show('busy', near);
    this.#after(slowAfter, () => this.#show('busy', 'slow'));
    try {
      const { searchTexts } = await import('./full-text.ts');
      const hits = await searchTexts(
        text,
        this.#place.base,
        this.#engine?.traditional ?? '',
        this.#list.size === 0,
      );
      if (run !== this.#run) return;
      this.#list.add(this.#rowsOf(hits), words);
      this.#show('done', this.#list.size === 0 ? 'none' : this.#list.sure ? undefined : 'near');
    } catch {
      if (run === this.#run) this.#show('done', this.#list.size === 0 ? 'failed' : undefined);
    }
    this.#openIfAsked();
  }

  /** What stands above results of which none is sure; the answer comes before what is merely near. */
  #sayNear(unknown: string | undefined, { say }: Words): void {
    const place = this.querySelector('[data-say=near]');
    if (!place) return;
    const parts =
      unknown === undefined
        ? [say['unsure']]
        : [
            ...fill(say['unknown'], { code: unknown.slice(0, 80) }),
            ...(this.#list.size > 0 ? [say['space'], say['nearest']] : []),
          ];
    place.textContent = parts.join('');
  }

  #rowOf(result: Answered, core: LookupCore, known?: Summary): Row {
    const { base, locale } = this.#place;
    const anchor = result.case === undefined ? '' : `#${result.case}`;
    const shows = summariseCase(result, core);
    return {
      href: `${base}${locale}/${result.catalog}/${result.slug}/${anchor}`,
      result,
      shows: shows && { ...shows, ...known },
    };
  }

  /** Hits as rows in the reader's language; codes that stand in the list already are left out. */
  #rowsOf(hits: FullTextHit[]): Row[] {
    const { base, locale } = this.#place;
    const core = this.#engine?.core;
    const rows = new Map<string, Row>();
    for (const { url, excerpt, catalog, code, case: id, title } of hits) {
      const path = url.replace(/^\/[^/]+\//, `${base}${locale}/`);
      const key = catalog && code ? `${catalog} ${code}` : path;
      if (rows.has(key)) continue;
      if (!catalog || !code) {
        rows.set(key, { href: path, excerpt, title: title ?? path });
        continue;
      }
      if (this.#list.has(catalog, code)) continue;
      const found = { catalog, code, ...(id !== undefined && { case: id }) };
      const result: Answered = { ...found, slug: '', match: 'guess', because: [] };
      const shows = core && summariseCase(found, core);
      rows.set(key, { href: path, result, shows, excerpt });
    }
    // Guides say how to read the site; what a code means comes first.
    return [...rows.values()].sort((a, b) => Number(!a.result) - Number(!b.result));
  }

  #show(state: State, message?: Message): void {
    this.#list.state = state;
    for (const element of this.querySelectorAll<HTMLElement>('[data-say]')) {
      element.hidden = element.dataset['say'] !== message;
    }
    if (state === 'busy') return;
    this.#timers.forEach(clearTimeout);
    if (this.#words) this.#list.count(state === 'empty' ? '' : this.#words.say);
  }

  #onKey(event: KeyboardEvent): void {
    if (event.isComposing) return;
    const { key } = event;
    if (key === 'ArrowDown' && this.#list.move(1)) event.preventDefault();
    else if (key === 'ArrowUp' && this.#list.move(-1)) event.preventDefault();
    else if (key === 'Enter' && !event.shiftKey) {
      event.preventDefault();
      this.#openFirst = true;
      if (this.#list.size > 0) this.#openIfAsked();
    } else if (key === 'Escape' && this.#list.leave()) event.preventDefault();
  }

  /** Enter opens what is chosen, else the first result; a mere guess is chosen, not opened. */
  #openIfAsked(): void {
    if (!this.#openFirst) return;
    this.#openFirst = false;
    this.#list.open();
  }
}

async function loadEngine(place: Place, lang: Lang): Promise<Engine> {
  const [{ makeAnswer }, core, texts] = await Promise.all([
    import('./engine.ts'),
    loadCore(place),
    // Without the texts the lookup still knows codes and messages.
    loadTexts(place).catch(() => undefined),
  ]);
  return {
    answer: makeAnswer(texts ? { core, texts } : { core }, lang),
    core,
    traditional: texts?.traditional ?? '',
  };
}

/** The small index; of a large one the parts that the text needs. */
async function loadSome(place: Place, text: string): Promise<LookupCore | undefined> {
  if (place.shards === 0) return loadCore(place);
  const [first, ...others] = await Promise.all(
    shardsFor(text, place.shards).map((shard) => loadShard(place, shard)),
  );
  if (!first) return undefined;
  const catalogs = first.catalogs.map(({ id, codes }, index) => ({
    id,
    codes: [...codes, ...others.flatMap((other) => other.catalogs[index]?.codes ?? [])],
  }));
  return { ...first, catalogs };
}

const nextPaint = () =>
  new Promise<void>((done) => requestAnimationFrame(() => setTimeout(done, 0)));

customElements.define('code-search', CodeSearch);
