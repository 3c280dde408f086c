import { one } from './page';

/** Takes what is empty out of the address that the form makes; without script it stands there and says nothing. */
export function startAsking(): void {
  one<HTMLFormElement>('#asked')?.addEventListener('formdata', ({ formData }) => {
    if (!formData.get('near')) formData.delete('km');
    for (const [name, value] of [...formData]) if (value === '') formData.delete(name);
  });
}

/** Counts what of the results is opened, without a cookie and without a way round: the links lead straight on. */
export function startOpened(): void {
  const results = one('[data-results]');
  const { words, from } = results?.dataset ?? {};
  if (!results || !words) return;
  const count = (event: MouseEvent): void => {
    const link = event.target instanceof Element ? event.target.closest('a') : null;
    const [kind, id] = link?.closest<HTMLElement>('[data-thing]')?.dataset['thing']?.split('/') ?? [];
    if (kind && id && event.button < 2) navigator.sendBeacon('/search/opened', new URLSearchParams({ q: words, in: from ?? '', kind, id }));
  };
  results.addEventListener('click', count);
  results.addEventListener('auxclick', count);
}
