/** The header and the contents name the case being read; two switches are remembered. */
const root = document.documentElement;
const sections = [...document.querySelectorAll<HTMLElement>('section.case')];
const title = document.querySelector('.code-title');
const links = [...document.querySelectorAll<HTMLAnchorElement>('nav.contents a, .here-cases a')];
const part = (name: string) => document.querySelector<HTMLElement>(`[data-here="${name}"]`);
let current: HTMLElement | undefined;

function track(): void {
  root.toggleAttribute('data-past', (title?.getBoundingClientRect().bottom ?? 0) < 48);
  const now =
    sections.findLast((section) => section.getBoundingClientRect().top < innerHeight * 0.35) ??
    sections[0];
  if (now === undefined || now === current) return;
  current = now;
  const [status, message] = [part('status'), part('message')];
  const badge = now.querySelector('h2 .status');
  if (status) {
    status.hidden = badge === null;
    status.className = badge?.className ?? 'status';
    status.textContent = badge?.lastChild?.textContent ?? '';
  }
  if (message) {
    message.textContent = now.querySelector('h2 .message')?.textContent ?? '';
    message.lang = now.querySelector('h2')?.lang ?? '';
  }
  for (const link of links) {
    if (link.hash === `#${now.dataset['case']}`) link.setAttribute('aria-current', 'true');
    else link.removeAttribute('aria-current');
  }
}
// Reading positions in every scroll event would force a layout each time.
let isWaiting = false;
const schedule = () => {
  if (isWaiting) return;
  isWaiting = true;
  requestAnimationFrame(() => {
    isWaiting = false;
    track();
  });
};
addEventListener('scroll', schedule, { passive: true });
addEventListener('resize', schedule, { passive: true });
track();

const list = document.querySelector<HTMLElement>('.here-cases');
list?.addEventListener('click', () => list.hidePopover());

// The menu of formats closes as every menu does: with Escape, with a click elsewhere.
const openMenu = () => document.querySelector<HTMLDetailsElement>('.formats[open]');
document.addEventListener('keydown', ({ key }) => {
  const menu = key === 'Escape' ? openMenu() : null;
  if (menu === null) return;
  menu.open = false;
  menu.querySelector('summary')?.focus();
});
document.addEventListener('click', ({ target }) => {
  const menu = openMenu();
  if (menu !== null && !menu.contains(target as Node)) menu.open = false;
});

/** Keep a switch as the reader last set it, and act on it. */
function rememberSwitch(id: string, act: (isOn: boolean, byReader: boolean) => void): void {
  const input = document.querySelector<HTMLInputElement>(`#${id}`);
  if (input === null) return;
  try {
    input.checked = localStorage.getItem(id) === 'on';
  } catch {
    // A browser that stores nothing begins with the switch off.
  }
  if (input.checked) act(true, false);
  input.addEventListener('change', () => {
    try {
      localStorage.setItem(id, input.checked ? 'on' : 'off');
    } catch {
      // The switch then lasts as long as the page.
    }
    act(input.checked, true);
  });
}

rememberSwitch('all-evidence', (isOn) => {
  for (const evidence of document.querySelectorAll<HTMLDetailsElement>('details.evidence'))
    evidence.open = isOn;
});
rememberSwitch('both-languages', (_, byReader) => {
  // Texts appear above the case that the reader looks at; Safari has no scroll anchoring.
  if (byReader && current !== undefined && !('overflowAnchor' in root.style))
    current.scrollIntoView();
});

export {};
