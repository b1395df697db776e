import type { Page } from 'playwright-core';

/** A node of the tree that screen readers read, as far as tests ask. */
export interface Spoken {
  role: string;
  name: string;
  /** Of a heading. */
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
 * Read the accessibility tree of a page as Chromium gives it to screen readers, in reading order;
 * what is ignored is left out, its children stand in its place.
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

/** Every node of some roles, in reading order. */
export function findRoles(nodes: Spoken[], ...roles: string[]): Spoken[] {
  return nodes.flatMap((node) => [
    ...(roles.includes(node.role) ? [node] : []),
    ...findRoles(node.children, ...roles),
  ]);
}
