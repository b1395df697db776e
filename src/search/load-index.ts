/** Loads the whole lookup and the full text. */
import type { Simplification } from '../text/simplify.ts';
import type { AsyncEngine } from './engine.ts';
import type { FullText } from './full-text.ts';
import { FileLoader } from './load-files.ts';
import { startEngine } from './start-engine.ts';

export class SearchLoader extends FileLoader {
  /** The whole lookup. */
  engine(): Promise<AsyncEngine> {
    return this.once('engine', () => startEngine(this));
  }

  /** Closes the lookup and forgets files, all or only the texts: the next search fetches them again. */
  renew(files: 'all' | 'texts'): void {
    if (this.started.has('engine'))
      this.engine().then(
        ({ close }) => close(),
        () => {},
      );
    // The full text notices by itself what it lacks.
    for (const name of this.started.keys())
      if (files === 'all' ? name !== 'full text' : /^(engine|texts)$/.test(name))
        this.started.delete(name);
    this.place.anew = true;
  }

  fullText(simplification: Simplification): Promise<FullText> {
    return this.once('full text', async () => {
      const { FullText } = await import('./full-text.ts');
      return new FullText(this.place, simplification);
    });
  }
}
