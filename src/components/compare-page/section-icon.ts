import type { Section } from '~/data/comparisons';
import { ratingIcon } from '~/model/terms';

/** The icon that stands beside the word of a section, never alone. */
export const sectionIcon: Record<Section, string> = { ...ratingIcon, added: '+', removed: '−' };
