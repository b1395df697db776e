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

  fullText(simplification: Simplification): Promise<FullText> {
    return this.once('full text', async () => {
      const { FullText } = await import('./full-text.ts');
      return new FullText(this.place, simplification);
    });
  }
}
