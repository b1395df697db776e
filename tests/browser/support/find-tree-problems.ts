import type { Page } from 'playwright-core';

/** Names of links that do not tell where the link leads. */
const vague = /^(here|link|more|read more|click here|此处|这里|链接|更多|点击|详情)?$/i;
const controls = ['button', 'checkbox', 'combobox', 'searchbox', 'textbox'];
const landmarks = ['navigation', 'region', 'search'];

/**
 * Returns what is wrong with the headings, landmarks and names that a screen reader is given. Tables,
 * and skipped levels of headings, are axe's.
 */
export async function findTreeProblems(page: Page): Promise<string[]> {
  const snapshot = await page.locator('body').ariaSnapshot();
  // - heading "APIG.0201" [level=1]
  const line = /^\s*- '?([a-z]+)(?: ("(?:[^"\\]|\\.)*"|\/.*?\/))?(?=[ :']|$)(.*)$/gm;
  const nodes = [...snapshot.matchAll(line)].map(([, role = '', name = '""', rest = '']) => ({
    role,
    name: name.slice(1, -1).trim(),
    rest,
  }));
  const namesOf = (...roles: string[]) =>
    nodes.filter(({ role }) => roles.includes(role)).map(({ name }) => name);
  const repeated = (names: string[]) => names.filter((name, at) => names.indexOf(name) !== at);
  const headings = nodes.filter(({ role }) => role === 'heading');
  const levels = headings.map(({ rest }) => /level=(\d)/.exec(rest)?.[1]);
  return [
    ...(levels[0] === '1' && levels.lastIndexOf('1') === 0 ? [] : [`h1: ${levels.join(' ')}`]),
    ...['main', 'banner'].filter((role) => namesOf(role).length !== 1).map((it) => `not one ${it}`),
    ...[...landmarks, ...controls, 'heading']
      .filter((role) => namesOf(role).includes(''))
      .map((role) => `a ${role} without a name`),
    ...[...landmarks, 'button'].flatMap((role) =>
      repeated(namesOf(role)).map((name) => `two of ${role} ${name}`),
    ),
    ...namesOf('link')
      .filter((name) => vague.test(name))
      .map((name) => `a link is named “${name}”`),
  ];
}
