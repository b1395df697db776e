/** Loads the small files of the search: each once, and again after it failed. */
import type { LookupCore } from '../lookup/index/index-format.ts';
import { shardsFor } from './shards.ts';
import type { Words } from './words.ts';
import type { Files } from './worker-messages.ts';

/** Where the files are, from the attributes of the search element. */
export interface Place {
  /** Path of the site's root, with a slash at its end. */
  base: string;
  locale: string;
  /** Digest of the index. */
  version: string;
  /** Number of shards; 0 if the index is small. */
  shards: number;
  /** Address of the online site, where it is not that of the page: in the offline file. */
  site?: string | undefined;
  /** Whether files are fetched past the browser's cache, which may have what a host answered wrongly. */
  anew?: boolean;
}

/** Reads where the files are from the attributes of the search element. */
export function readPlace({ dataset }: HTMLElement): Place {
  const { base = '/', locale = 'en', version = '', shards = '0', site } = dataset;
  return { base, locale, version, shards: Number(shards), site };
}

export class FileLoader {
  readonly place: Place;
  protected readonly started = new Map<string, Promise<unknown>>();

  constructor(place: Place) {
    this.place = place;
  }

  /** The strings of results. */
  words(): Promise<Words> {
    return this.#fetch(`words-${this.place.locale}`);
  }

  /** The small index: codes, HTTP statuses, messages. */
  core(): Promise<LookupCore> {
    return this.#fetch('core');
  }

  /** The small index; of a large one the shards that a text needs, or nothing if it needs none. */
  async coreFor(text: string): Promise<LookupCore | undefined> {
    const { shards } = this.place;
    if (shards === 0) return this.core();
    const [first, ...others] = await Promise.all(
      shardsFor(text, shards).map((at) => this.#fetch<LookupCore>(`shard-${at}`, 'high')),
    );
    if (!first) return undefined;
    const catalogs = first.catalogs.map(({ id, codes }, index) => ({
      id,
      // A code with aliases is in the shard of each.
      codes: [
        ...new Map(
          [...codes, ...others.flatMap((other) => other.catalogs[index]?.codes ?? [])].map(
            (code) => [code[0], code],
          ),
        ).values(),
      ],
    }));
    return { ...first, catalogs };
  }

  /** The files of the whole lookup. */
  async index(): Promise<Files> {
    const { locale, shards } = this.place;
    const [core, texts] = await Promise.all([
      this.#load('core'),
      // Without the texts the lookup still knows codes and messages.
      this.#load('texts', 'low').catch(() => undefined),
    ]);
    return { core, locale, isLarge: shards > 0, ...(texts && { texts }) };
  }

  /** The value of a file. */
  async #fetch<File>(name: string, priority?: RequestPriority): Promise<File> {
    return JSON.parse(new TextDecoder().decode(await this.#load(name, priority)));
  }

  /** The bytes of a file. */
  #load(name: string, priority: RequestPriority = 'auto'): Promise<ArrayBuffer> {
    const { base, version, anew = false } = this.place;
    const address = `${base}search/${name}.json?v=${version}`;
    return this.once(name, async () => {
      // The find page and the offline file contain some of them; a worker has no page.
      const own = globalThis.document?.getElementById(`${name}.json`)?.textContent;
      if (own) return new TextEncoder().encode(own).buffer;
      const response = await fetch(address, { priority, cache: anew ? 'reload' : 'default' });
      const bytes = await response.arrayBuffer();
      const [first, last] = [0, -1].map((at) => new Uint8Array(bytes).at(at));
      // A host or a portal may answer with a page, or with half of the file: these are braces.
      if (!response.ok || first !== 0x7b || last !== 0x7d)
        throw new Error(`${address}: ${response.status}`);
      return bytes;
    });
  }

  /** Resolves when nothing is on its way any more, nor what was begun meanwhile. */
  async settled(): Promise<void> {
    let waited: Promise<unknown>[];
    do {
      waited = [...this.started.values()];
      await Promise.allSettled(waited);
    } while ([...this.started.values()].some((one) => !waited.includes(one)));
  }

  protected once<Loaded>(name: string, load: () => Promise<Loaded>): Promise<Loaded> {
    const started = this.started.get(name);
    if (started) return started as Promise<Loaded>;
    const loading = load();
    this.started.set(name, loading);
    loading.catch(() => this.started.delete(name));
    return loading;
  }
}
