/** The part of the page “Offline” that shows what this browser stores, and changes it. */
import { fillTemplate } from '../../text/fill-template.ts';
import type { Message, State } from '../worker/worker-types.ts';
import { registerWorker } from './register-worker.ts';

type Group = State['groups'][number];
type Words = Record<
  'unable' | 'off' | 'fetching' | 'stored' | 'failed' | 'store' | 'delete' | 'busy' | 'size',
  string
>;

const megabytes = (bytes: number) => (bytes / 1e6).toFixed(1);
const sum = (numbers: number[]) => numbers.reduce((all, number) => all + number, 0);
const base = import.meta.env.BASE_URL.replace(/\/?$/, '/');

/** Time after which a missing worker counts as refused by the browser (ms). */
const registrationTimeout = 5000;

/** Show what this browser stores, and let the buttons change it. */
export async function showStoredSite(root: HTMLElement): Promise<void> {
  if (!canStore()) return showState('unable');
  const remove = find<HTMLButtonElement>('remove');
  const allow = find<HTMLButtonElement>('allow');
  remove.addEventListener('click', async () => {
    localStorage.setItem('offline', 'off');
    const registration = await navigator.serviceWorker.getRegistration(base);
    await registration?.unregister();
    const names = await caches.keys();
    const own = names.filter((name) => name.startsWith(`offline ${base} `));
    await Promise.all(own.map((name) => caches.delete(name)));
    await show();
    allow.focus();
  });
  allow.addEventListener('click', async () => {
    localStorage.removeItem('offline');
    await registerWorker(base);
    await show(true);
  });
  await show();

  function find<E extends HTMLElement>(name: string): E {
    return root.querySelector<E>(`[data-${name}]`) as E;
  }

  function showState(name: keyof Words, values: Record<string, string | number> = {}): void {
    const text = fillTemplate(wordsOf(root)[name], values);
    // A status that does not change is not read out again.
    if (find('state').textContent !== text) find('state').textContent = text;
  }

  /** @param focusRemove Whether the button with the focus disappears: the other one takes it. */
  async function show(focusRemove = false): Promise<void> {
    const isOff = isSwitchedOff();
    remove.hidden = true;
    allow.hidden = !isOff;
    if (isOff) {
      find('choice').hidden = true;
      return showState('off');
    }
    showState('fetching');
    const timeout = setTimeout(async () => {
      const registration = await navigator.serviceWorker.getRegistration(base).catch(() => {});
      if (!registration) showState('unable');
    }, registrationTimeout);
    const { active } = await navigator.serviceWorker.ready;
    clearTimeout(timeout);
    if (!active) return;
    ask(active, { ask: 'state' }, (state) => {
      render(active, state);
      if (focusRemove) remove.focus();
    });
  }

  function render(worker: ServiceWorker, { groups, failed }: State): void {
    const stored = groups.filter(({ kept }) => kept);
    const size = megabytes(sum(stored.map(({ bytes }) => bytes)));
    const files = sum(stored.map((group) => group.files));
    showState(failed === undefined ? 'stored' : 'failed', { files, size });
    remove.hidden = false;
    const optional = groups.filter(({ always }) => !always);
    find('choice').hidden = optional.length === 0;
    const focused = (document.activeElement as HTMLElement | null)?.dataset['group'];
    find('groups').replaceChildren(...optional.map((group) => renderGroup(worker, group)));
    if (focused !== undefined)
      root.querySelector<HTMLElement>(`[data-group="${CSS.escape(focused)}"]`)?.focus();
  }

  function renderGroup(worker: ServiceWorker, group: Group): HTMLLIElement {
    const words = wordsOf(root);
    const names: Record<string, string> = JSON.parse(root.dataset['names'] ?? '{}');
    const item = document.createElement('li');
    const name = document.createElement('span');
    const size = document.createElement('span');
    const button = document.createElement('button');
    name.textContent = names[group.id] ?? group.id;
    size.className = 'n';
    size.textContent = fillTemplate(words.size, { size: megabytes(group.bytes) });
    button.type = 'button';
    button.className = 'quiet';
    button.dataset['group'] = group.id;
    button.textContent = group.kept ? words.delete : words.store;
    button.setAttribute('aria-label', `${button.textContent}: ${name.textContent}`);
    button.addEventListener('click', () => {
      // Not `disabled`, which would take the focus away.
      if (button.ariaDisabled === 'true') return;
      button.ariaDisabled = 'true';
      ask(worker, { ask: group.kept ? 'drop' : 'keep', group: group.id }, (state) => {
        if (state.done === undefined) render(worker, state);
        else size.textContent = fillTemplate(words.busy, { done: state.done, files: group.files });
      });
    });
    item.append(name, size, button);
    return item;
  }
}

const wordsOf = (root: HTMLElement): Words => JSON.parse(root.dataset['words'] ?? '{}');

/** Whether there are workers and storage. Some browsers lack them; in a sandboxed frame they throw. */
function canStore(): boolean {
  try {
    return Boolean(navigator.serviceWorker && caches && localStorage);
  } catch {
    return false;
  }
}

function isSwitchedOff(): boolean {
  return localStorage.getItem('offline') === 'off';
}

function ask(worker: ServiceWorker, message: Message, listen: (state: State) => void): void {
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = ({ data }: MessageEvent<State>) => listen(data);
  worker.postMessage(message, [port2]);
}
