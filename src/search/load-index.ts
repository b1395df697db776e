/** Loads the whole lookup and the full text. */
import type { Simplification } from '../text/simplify.ts';
import type { AsyncEngine } from './engine.ts';
import type { FullText } from './full-text.ts';
import { FileLoader } from './load-files.ts';
import { startEngine } from './start-engine.ts';
import type { Files } from './worker-messages.ts';

export class SearchLoader extends FileLoader {
  /** The whole lookup. */
  engine(): Promise<AsyncEngine> {
    return this.once('engine', async () => {
      const { locale, shards } = this.place;
      const files = Promise.all([
        this.load('core'),
        // Without the texts the lookup still knows codes and messages.
        this.load('texts', 'low').catch(() => undefined),
      ]).then(([core, texts]): Files => {
        // Large ones are given away to the worker.
        if (shards > 0) for (const name of ['core', 'texts']) this.started.delete(name);
        return { core, locale, isLarge: shards > 0, ...(texts && { texts }) };
      });
      files.catch(() => {});
      return startEngine(files);
    });
  }

  fullText(simplification: Simplification): Promise<FullText> {
    return this.once('full text', async () => {
      const { FullText } = await import('./full-text.ts');
      return new FullText(this.place, simplification);
    });
  }
}
