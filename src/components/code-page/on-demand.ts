/** Loads what few readers need after the page: the copy buttons, pinned links (`?variant=`), and links to a case that is not found as it is. */
type CopyFor = typeof import('./copy.ts').copyFor;

let copyFor: CopyFor | undefined;
let loading: Promise<CopyFor> | undefined;

/** A load that failed, as without a network, is tried again. */
function load(): Promise<CopyFor> {
  loading ??= import('./copy.ts').then(
    (copy) => {
      copyFor = copy.copyFor;
      return copyFor;
    },
    (error: unknown) => {
      loading = undefined;
      throw error;
    },
  );
  return loading;
}

const copyButton = ({ target }: Event) => {
  const button = target instanceof Element ? target.closest('button') : null;
  const copies =
    button !== null && Object.keys(button.dataset).some((key) => key.startsWith('copy'));
  return copies ? button : undefined;
};

document.addEventListener('click', async (event) => {
  const button = copyButton(event);
  if (!button) return;
  // Without waiting if possible: WebKit lets a page copy only during the click.
  await (copyFor ?? (await load()))(button);
});
const warm = () => void load().catch(() => {});
for (const type of ['pointerover', 'focusin'])
  document.addEventListener(type, (event) => copyButton(event) && warm());
const whenAtRest = () =>
  'requestIdleCallback' in window
    ? requestIdleCallback(warm, { timeout: 2000 })
    : setTimeout(warm, 1000);
if (document.readyState === 'complete') whenAtRest();
else addEventListener('load', whenAtRest, { once: true });

const pin = new URLSearchParams(location.search).get('variant');
const words = document.querySelector<HTMLTemplateElement>('#pinned-words');
// `:target` is what the address leads to.
const isLost = location.hash.length > 1 && !document.querySelector(':target');
if (words && (pin !== null || isLost)) {
  const { landOnCase, showPinned } = await import('./pinned.ts');
  if (pin !== null) showPinned(pin, words);
  if (isLost) landOnCase(words);
}
// In the frame after the next: a part that moves and appears in one frame counts as having moved.
requestAnimationFrame(() =>
  requestAnimationFrame(() => delete document.documentElement.dataset['asked']),
);

export {};
