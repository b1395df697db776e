/** Every kind of page once; in the other language in tests/thorough/page-kinds.test.ts. */
import { useSite } from './support/site.ts';
import { testPageKinds } from './support/test-page-kinds.ts';

testPageKinds(useSite({ keepPages: true }), 0);
