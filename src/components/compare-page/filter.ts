/**
 * Filters the rows of a page and keeps the filter in its address: `?severity=content&field=solution&q=token`.
 * A group without a choice lets every row through; text must be in the row, whatever its case.
 */
const form = document.querySelector<HTMLFormElement>('form[data-filter]');

if (form) {
  const rows = [...document.querySelectorAll<HTMLElement>('[data-filtered] [data-fingerprint]')];
  const sections = [...document.querySelectorAll<HTMLElement>('[data-filtered]')];
  const output = form.querySelector('output');
  const boxes = [...form.querySelectorAll<HTMLInputElement>('input[type=checkbox]')];
  const box = form.querySelector<HTMLInputElement>('input[name=q]');
  const groups = [...new Set(boxes.map(({ name }) => name))];
  const texts = new Map(rows.map((row) => [row, fold(row.textContent)]));

  const chosen = (group: string) =>
    boxes.filter(({ name, checked }) => name === group && checked).map(({ value }) => value);

  const apply = () => {
    const wanted = groups.map((group) => [group, new Set(chosen(group))] as const);
    const words = fold(box?.value ?? '')
      .split(' ')
      .filter((word) => word !== '');
    let shown = 0;
    for (const row of rows) {
      const fits =
        wanted.every(
          ([group, values]) =>
            values.size === 0 ||
            (row.dataset[group] ?? '').split(' ').some((value) => values.has(value)),
        ) && words.every((word) => texts.get(row)?.includes(word));
      row.hidden = !fits;
      if (fits) shown += 1;
    }
    for (const section of sections) {
      section.hidden = !section.querySelector('[data-fingerprint]:not([hidden])');
    }
    if (output) {
      output.textContent = (output.dataset['shown'] ?? '')
        .replace('{shown}', String(shown))
        .replace('{all}', String(rows.length));
    }
  };

  const remember = () => {
    const address = new URL(location.href);
    for (const group of groups) {
      const values = chosen(group);
      if (values.length > 0) address.searchParams.set(group, values.join(','));
      else address.searchParams.delete(group);
    }
    const text = box?.value.trim() ?? '';
    if (text) address.searchParams.set('q', text);
    else address.searchParams.delete('q');
    history.replaceState(history.state, '', address.href.replaceAll('%2C', ','));
  };

  const recall = () => {
    const { searchParams } = new URL(location.href);
    for (const input of boxes) {
      input.checked = (searchParams.get(input.name) ?? '').split(',').includes(input.value);
    }
    if (box) box.value = searchParams.get('q') ?? '';
  };

  recall();
  apply();
  delete document.documentElement.dataset['asked'];
  // A link to a row that the filter hides shows the row.
  const target = location.hash ? document.getElementById(location.hash.slice(1)) : null;
  if (target?.hidden) {
    target.hidden = false;
    target.closest<HTMLElement>('[data-filtered]')?.removeAttribute('hidden');
    target.scrollIntoView();
  }
  form.addEventListener('input', () => {
    apply();
    remember();
  });
  form.addEventListener('reset', () =>
    setTimeout(() => {
      apply();
      remember();
    }),
  );
  form.addEventListener('submit', (event) => event.preventDefault());
  addEventListener('popstate', () => {
    recall();
    apply();
  });
}

function fold(text: string | null): string {
  return (text ?? '').normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();
}

export {};
