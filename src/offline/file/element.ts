/** Have a screen reader say something; what it read out last stands in the page, unseen. */
export function announce(text: string): void {
  const status = document.querySelector('[role=status]');
  if (status) status.textContent = text;
}

type Child = Node | string | undefined | false;

/**
 * Make an element. Text always becomes a text node, so nothing in it can be markup.
 *
 * @param attributes Set as attributes; `undefined` and `false` are left out.
 * @example element('a', { href: '#x' }, 'x')
 */
export function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Record<string, string | boolean | undefined> = {},
  ...children: Child[]
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== undefined && value !== false) made.setAttribute(key, value === true ? '' : value);
  }
  made.append(
    ...children.filter((child): child is Node | string => child !== undefined && child !== false),
  );
  return made;
}
