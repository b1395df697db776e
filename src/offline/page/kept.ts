/** The page's side of the talk with the service worker: shows what is kept, and asks for changes. */
import type { Message, State } from '~/offline/worker/worker-types.ts';

type Group = State['groups'][number];
type Words = Record<
  'unable' | 'off' | 'fetching' | 'kept' | 'failed' | 'keep' | 'drop' | 'busy' | 'size',
  string
>;

const fill = (text: string, values: Record<string, string | number>) =>
  text.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''));
const megabytes = (bytes: number) => (bytes / 1e6).toFixed(1);
const base = import.meta.env.BASE_URL.replace(/\/?$/, '/');

/**
 * Show what this browser keeps, and let the buttons change it.
 *
 * @param root The element that holds the words, the line of state and the buttons.
 */
export async function showKept(root: HTMLElement): Promise<void> {
  const words: Words = JSON.parse(root.dataset['words'] ?? '{}');
  const names: Record<string, string> = JSON.parse(root.dataset['names'] ?? '{}');
  const part = <E extends HTMLElement>(name: string) => root.querySelector<E>(`[data-${name}]`);
  const say = (text: string) => {
    const line = part('state');
    if (line && line.textContent !== text) line.textContent = text;
  };
  const [remove, allow] = [part('remove'), part('allow')];
  const choose = (off: boolean, kept: boolean) => {
    if (remove) remove.hidden = off || !kept;
    if (allow) allow.hidden = !off;
  };

  let focusRemove = false;

  if (!('serviceWorker' in navigator)) return say(words.unable);
  remove?.addEventListener('click', async () => {
    localStorage.setItem('offline', 'off');
    const registration = await navigator.serviceWorker.getRegistration(base);
    await registration?.unregister();
    const names = await caches.keys();
    const own = names.filter((name) => name.startsWith(`offline ${base} `));
    await Promise.all(own.map((name) => caches.delete(name)));
    await show();
    allow?.focus();
  });
  allow?.addEventListener('click', async () => {
    localStorage.removeItem('offline');
    await navigator.serviceWorker.register(`${base}sw.js`, { scope: base, updateViaCache: 'none' });
    // The button goes: the other one gets the focus as soon as it is there.
    focusRemove = true;
    await show();
  });
  await show();

  async function show(): Promise<void> {
    if (isSwitchedOff()) {
      choose(true, false);
      const choice = part('choice');
      if (choice) choice.hidden = true;
      return say(words.off);
    }
    choose(false, false);
    say(words.fetching);
    // Registered once the page has loaded; if that is refused, the line says what is needed.
    const patience = setTimeout(async () => {
      const registration = await navigator.serviceWorker.getRegistration(base).catch(() => {});
      if (!registration) say(words.unable);
    }, 5000);
    const { active } = await navigator.serviceWorker.ready;
    clearTimeout(patience);
    if (active) ask(active, { ask: 'state' }, (state) => render(active, state));
  }

  function render(worker: ServiceWorker, { groups, failed }: State): void {
    const kept = groups.filter((group) => group.kept);
    const sum = (number: (group: Group) => number) => kept.reduce((all, g) => all + number(g), 0);
    const figures = {
      files: sum(({ files }) => files),
      size: megabytes(sum(({ bytes }) => bytes)),
    };
    say(failed === undefined ? fill(words.kept, figures) : words.failed);
    choose(false, true);
    if (focusRemove) remove?.focus();
    focusRemove = false;
    const optional = groups.filter(({ always }) => !always);
    const choice = part('choice');
    if (choice) choice.hidden = optional.length === 0;
    const used = document.activeElement;
    const id = used instanceof HTMLElement ? used.dataset['group'] : undefined;
    const items = optional.map((group) => item(worker, group));
    part('groups')?.replaceChildren(...items);
    if (id !== undefined)
      root.querySelector<HTMLElement>(`[data-group="${CSS.escape(id)}"]`)?.focus();
  }

  function item(worker: ServiceWorker, group: Group): HTMLLIElement {
    const [line, name, size, button] = (['li', 'span', 'span', 'button'] as const).map((tag) =>
      document.createElement(tag),
    ) as [HTMLLIElement, HTMLSpanElement, HTMLSpanElement, HTMLButtonElement];
    name.textContent = names[group.id] ?? group.id;
    size.className = 'n';
    size.textContent = fill(words.size, { size: megabytes(group.bytes) });
    button.type = 'button';
    button.className = 'quiet';
    button.dataset['group'] = group.id;
    button.textContent = group.kept ? words.drop : words.keep;
    button.setAttribute('aria-label', `${button.textContent}: ${name.textContent}`);
    button.addEventListener('click', () => {
      // Not `disabled`, which would take the focus away.
      if (button.ariaDisabled === 'true') return;
      button.ariaDisabled = 'true';
      const message: Message = { ask: group.kept ? 'drop' : 'keep', group: group.id };
      ask(worker, message, (state) => {
        if (state.done === undefined) render(worker, state);
        else size.textContent = fill(words.busy, { done: state.done, files: group.files });
      });
    });
    line.append(name, size, button);
    return line;
  }
}

function isSwitchedOff(): boolean {
  try {
    return localStorage.getItem('offline') === 'off';
  } catch {
    // Storage that is blocked: nothing can be kept, and the line says so.
    return false;
  }
}

function ask(worker: ServiceWorker, message: Message, listen: (state: State) => void): void {
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = ({ data }: MessageEvent<State>) => listen(data);
  worker.postMessage(message, [port2]);
}
