import type { Page } from 'playwright-core';

/** A node of the accessibility tree. */
export interface Spoken {
  role: string;
  name: string;
  /** Level of a heading. */
  level?: number;
  children: Spoken[];
}

interface RawNode {
  nodeId: string;
  parentId?: string;
  ignored: boolean;
  role?: { value?: unknown };
  name?: { value?: unknown };
  properties?: { name: string; value: { value?: unknown } }[];
  childIds?: string[];
}

/**
 * Returns the accessibility tree of a page in reading order, as Chromium gives it to screen readers.
 * Ignored nodes are replaced by their children.
 */
export async function readAccessibilityTree(page: Page): Promise<Spoken[]> {
  const session = await page.context().newCDPSession(page);
  const { nodes } = (await session.send('Accessibility.getFullAXTree')) as { nodes: RawNode[] };
  await session.detach();
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const visit = (id: string): Spoken[] => {
    const node = byId.get(id);
    if (!node) return [];
    const children = (node.childIds ?? []).flatMap(visit);
    if (node.ignored) return children;
    const level = node.properties?.find(({ name }) => name === 'level')?.value.value;
    return [
      {
        role: String(node.role?.value ?? ''),
        name: String(node.name?.value ?? '').trim(),
        ...(typeof level === 'number' ? { level } : {}),
        children,
      },
    ];
  };
  return nodes
    .filter(({ parentId }) => parentId === undefined)
    .flatMap(({ nodeId }) => visit(nodeId));
}

/** Returns the nodes with one of the roles, in reading order. */
function findRoles(nodes: Spoken[], ...roles: string[]): Spoken[] {
  return nodes.flatMap((node) => [
    ...(roles.includes(node.role) ? [node] : []),
    ...findRoles(node.children, ...roles),
  ]);
}

/** Names of links that do not tell where the link leads. */
const vague = /^(here|link|more|read more|click here|此处|这里|链接|更多|点击|详情)?$/i;
const repeated = (names: string[]) => names.filter((name, at) => names.indexOf(name) !== at);

/** Returns what is wrong with headings, landmarks, tables and names. */
export function findTreeProblems(tree: Spoken[]): string[] {
  const problems: string[] = [];
  const headings = findRoles(tree, 'heading');
  if (headings.filter(({ level }) => level === 1).length !== 1) problems.push('not one h1');
  if (headings[0]?.level !== 1) problems.push(`first heading: ${headings[0]?.name}`);
  for (const [at, { level = 0, name }] of headings.entries()) {
    const before = headings[at - 1]?.level ?? 0;
    if (level > before + 1) problems.push(`from h${before} to h${level}: ${name}`);
    if (name === '') problems.push('a heading without words');
  }
  for (const role of ['main', 'banner'])
    if (findRoles(tree, role).length !== 1) problems.push(`not one ${role}`);
  for (const role of ['navigation', 'region', 'search']) {
    const names = findRoles(tree, role).map(({ name }) => name);
    if (names.includes('')) problems.push(`a ${role} without a name`);
    problems.push(...repeated(names).map((name) => `two of ${role} ${name}`));
  }
  for (const table of findRoles(tree, 'table', 'grid')) {
    const heads = findRoles(table.children, 'columnheader');
    const rowHeads = findRoles(table.children, 'rowheader');
    if (heads.length === 0 || heads.some(({ name }) => name === ''))
      problems.push(`a table without names of columns: ${heads.map(({ name }) => name)}`);
    if (rowHeads.some(({ name }) => name === '')) problems.push('a row without a name');
  }
  for (const link of findRoles(tree, 'link'))
    if (vague.test(link.name)) problems.push(`a link is named “${link.name}”`);
  const buttons = findRoles(tree, 'button', 'checkbox', 'combobox', 'searchbox', 'textbox');
  for (const { role, name } of buttons) if (name === '') problems.push(`a ${role} without a name`);
  const names = findRoles(tree, 'button').map(({ name }) => name);
  problems.push(...repeated(names).map((name) => `two buttons ${name}`));
  return problems;
}
