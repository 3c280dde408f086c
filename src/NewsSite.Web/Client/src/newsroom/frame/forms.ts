/** Counters beside fields, addresses made from a headline, and areas that grow with their text. */
export function startForms(): void {
  document.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('[data-count-to]:not([data-count-to=""])').forEach(field => {
    const count = document.querySelector<HTMLElement>(field.dataset['countTo']!);
    if (!count) return;
    const best = Number(field.dataset['best'] ?? field.maxLength);
    const show = (): void => {
      count.textContent = `${field.value.length} / ${best}`;
      count.classList.toggle('is-over', field.value.length > best);
    };
    field.addEventListener('input', show);
    field.addEventListener('shown', show);
    show();
  });
  document.querySelectorAll<HTMLInputElement>('[data-slug-of]').forEach(field => {
    const source = document.querySelector<HTMLInputElement>(field.dataset['slugOf']!);
    const show = (): void => { field.placeholder = slugOf(source?.value ?? ''); };
    source?.addEventListener('input', show);
    field.addEventListener('change', () => { field.value = slugOf(field.value); });
    show();
  });
  // What a field says elsewhere on the page, or what stands in for it while it is empty.
  document.querySelectorAll<HTMLElement>('[data-shows]').forEach(place => {
    const field = document.querySelector<HTMLInputElement>(place.dataset['shows']!);
    const instead = field?.dataset['fallsBack'] ? document.querySelector<HTMLInputElement>(field.dataset['fallsBack']) : null;
    const show = (): void => {
      place.textContent = field?.value || (instead?.value ?? '');
      if (field && instead) field.placeholder = instead.value;
    };
    for (const source of [field, instead]) for (const event of ['input', 'shown']) source?.addEventListener(event, show);
    show();
  });
  document.querySelectorAll<HTMLTextAreaElement>('textarea[data-one-line]').forEach(field => field.addEventListener('keydown', event => {
    if (event.key === 'Enter' && !event.isComposing) event.preventDefault();
  }));
}

/** As the server makes one from a headline, near enough to show what it will be. */
export function slugOf(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/ß/g, 'ss').replace(/œ/g, 'oe').replace(/æ/g, 'ae').replace(/['’]/g, '')
    .replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '').slice(0, 80).replace(/-+$/, '');
}
