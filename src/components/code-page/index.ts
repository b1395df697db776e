/** What the generated MDX pages are written with. */
export { default as Case } from './Case.astro';
export { default as Field } from './Field.astro';
export { default as Neighbours } from './Neighbours.astro';
export { default as Overview } from './Overview.astro';
export { default as Retired } from './Retired.astro';
export { default as Says } from './Says.astro';
