import type { Review } from '../schema.ts';
import { renderGithub } from './github.ts';
import { renderMarkdown } from './markdown.ts';
import { renderText } from './text.ts';

const reporters = {
  text: renderText,
  md: renderMarkdown,
  json: (review: Review) => JSON.stringify(review, null, 1),
  github: renderGithub,
};

/** Renders a review in one of the formats of `npm run review`. */
export function renderReview(review: Review, format: keyof typeof reporters): string {
  return reporters[format](review);
}
