import { el } from '../frame/dom';
import type { Texts } from '../frame/texts';

/** Where the eye goes in a picture, in percent; crops keep it in sight. */
export interface Focus {
  x: number;
  y: number;
}

const within = (value: number): number => Math.max(0, Math.min(100, Math.round(value)));

/** The picture with a point on it that is dragged, clicked or moved by arrow keys, and what crops show of it. */
export function focusPicker(texts: Texts, picture: { src: string; width: number; height: number; alt: string }, start: Focus, changed: (focus: Focus) => void): HTMLElement {
  const focus = { ...start };
  const point = el('button', { type: 'button', class: 'focus-point', role: 'slider', 'aria-label': texts('focusPoint'), 'aria-valuemin': 0, 'aria-valuemax': 100 });
  const whole = el('div', { class: 'focus-whole' }, el('img', { src: picture.src, width: picture.width, height: picture.height, alt: picture.alt, draggable: 'false' }), point);
  const crops = ['3 / 2', '1 / 1', '16 / 9', '4 / 5'].map(ratio => {
    const crop = el('img', { src: picture.src, width: picture.width, height: picture.height, alt: '', class: 'focus-crop' });
    crop.style.aspectRatio = ratio;
    return crop;
  });
  const show = (): void => {
    point.style.insetInlineStart = `${focus.x}%`;
    point.style.insetBlockStart = `${focus.y}%`;
    point.setAttribute('aria-valuenow', String(focus.x));
    point.setAttribute('aria-valuetext', texts('focusValue', focus.x, focus.y));
    for (const crop of crops) crop.style.objectPosition = `${focus.x}% ${focus.y}%`;
  };
  const set = (x: number, y: number): void => {
    focus.x = within(x);
    focus.y = within(y);
    show();
    changed({ ...focus });
  };
  const follow = (event: PointerEvent): void => {
    const box = whole.getBoundingClientRect();
    set((event.clientX - box.left) / box.width * 100, (event.clientY - box.top) / box.height * 100);
  };
  whole.addEventListener('pointerdown', event => {
    event.preventDefault();
    whole.setPointerCapture(event.pointerId);
    point.focus();
    follow(event);
  });
  whole.addEventListener('pointermove', event => { if (whole.hasPointerCapture(event.pointerId)) follow(event); });
  point.addEventListener('keydown', event => {
    const step = event.shiftKey ? 10 : 2;
    const by = { ArrowLeft: [-step, 0], ArrowRight: [step, 0], ArrowUp: [0, -step], ArrowDown: [0, step] }[event.key];
    if (!by) return;
    event.preventDefault();
    set(focus.x + by[0]!, focus.y + by[1]!);
  });
  show();
  return el('div', { class: 'focus' }, whole, el('div', { class: 'focus-crops', 'aria-hidden': 'true' }, ...crops));
}
