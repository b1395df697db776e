/** Every kind of page in the language in which tests/browser/page-kinds.test.ts does not visit it. */
import { testPageKinds } from '../browser/support/test-page-kinds.ts';

testPageKinds(1);
