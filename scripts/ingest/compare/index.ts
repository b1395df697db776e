/** The compare stage: from aligned cases to differences. Pure; the glossary comes from outside. */
export { compareCatalog, pairsOnPages } from './compare-catalog.ts';
export { compareTranslation, rateChange } from './compare-texts.ts';
export { createDictionary } from './counterparts.ts';
export { fingerprintOf } from './fingerprint.ts';
export { emptyGlossary, type Glossary, GlossarySchema } from './glossary.ts';
export { changesSince } from './since.ts';
export { diffWords } from './word-diff.ts';
