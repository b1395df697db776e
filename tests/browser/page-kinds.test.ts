/** Every kind of page once; in the other language in tests/thorough/page-kinds.test.ts. */
import { testPageKinds } from './support/test-page-kinds.ts';

testPageKinds(0);
