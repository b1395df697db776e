/** Every kind of page, and pages with something open, in the language in which tests/browser/ does not visit them. */
import { useSite } from '../browser/support/site.ts';
import { testOpenStates } from '../browser/support/test-open-states.ts';
import { testPageKinds } from '../browser/support/test-page-kinds.ts';

const site = useSite({ keepPages: true });
testPageKinds(site, 1);
testOpenStates(site, 1);
