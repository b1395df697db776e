import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { createMarker } from '../../../src/search/mark-matches.ts';
import { noSimplification } from '../../../src/text/simplify.ts';

/** A text with [marks]. */
const marked = (query: string, text: string) =>
  createMarker(
    query,
    noSimplification,
  )(text)
    .map(({ text: part, marked: isMarked }) => (isMarked ? `[${part}]` : part))
    .join('');

describe('marks in results', () => {
  const table: [query: string, text: string, expected: string][] = [
    ['quotas', 'The app quota has been reached.', 'The app [quota] has been reached.'],
    ['backend unavailable', 'Backend unavailable.', '[Backend unavailable].'],
    ['{"error_msg":"Backend timeout"}', 'The backend error.', 'The [backend] error.'],
    ['quota', 'every quotation, the app', 'every quotation, the app'],
    ['超时', '后端超时时间', '后端[超时]时间'],
    ['检查token是否正确', '请检查 token 是否正确。', '请[检查 token] 是否[正确]。'],
    ['client id', 'Set client_id.', 'Set [client_id].'],
    ['502', 'HTTP 502 or 5020', 'HTTP [502] or 5020'],
    ['the of', 'The list of codes', 'The list of codes'],
    ['', 'Text', 'Text'],
  ];
  for (const [query, text, expected] of table)
    test(`${query}: ${expected}`, () => assert.equal(marked(query, text), expected));
});
