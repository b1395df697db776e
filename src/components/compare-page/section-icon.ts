import type { Section } from '~/content-data/comparisons';
import { severityIcon } from '~/content-data/site';

/** The icon that stands beside the word of a section, never alone. */
export const sectionIcon: Record<Section, string> = { ...severityIcon, added: '+', removed: '−' };
