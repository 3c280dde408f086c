/** All elements that match, typed. */
export function all<T extends HTMLElement>(selector: string, within: ParentNode = document): T[] {
  return [...within.querySelectorAll<T>(selector)];
}

export function one<T extends HTMLElement>(selector: string, within: ParentNode = document): T | null {
  return within.querySelector<T>(selector);
}

const stillness = matchMedia('(prefers-reduced-motion: reduce)');

export const wantsStillness = (): boolean => stillness.matches;
export const onStillnessChange = (act: () => void): void => stillness.addEventListener('change', act);

/** Moves a row sideways; at once for readers who want no motion. */
export function slide(row: HTMLElement, left: number): void {
  row.scrollTo({ left, behavior: wantsStillness() ? 'instant' : 'smooth' });
}

/** Fetches a fragment of our own pages. Anything but a good answer is thrown: the caller then follows the plain link. */
export async function fragment(address: string): Promise<DocumentFragment> {
  const answer = await fetch(address, { headers: { Accept: 'text/html' }, credentials: 'same-origin' });
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  const parsed = new DOMParser().parseFromString(await answer.text(), 'text/html');
  const found = document.createDocumentFragment();
  found.append(...parsed.body.children);
  return found;
}

/** A click that the reader did not mean for a new tab or window. */
export function plainClick(event: MouseEvent): boolean {
  return event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
}
