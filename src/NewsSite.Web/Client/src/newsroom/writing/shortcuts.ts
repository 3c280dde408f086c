import { el } from '../frame/dom';
import { ask } from '../frame/dialog';
import type { Texts } from '../frame/texts';
import { actions } from './actions';

const isApple = /Mac|iPhone|iPad/.test(navigator.platform);
const apple: Record<string, string> = { Mod: '⌘', Alt: '⌥', Shift: '⇧', ArrowUp: '↑', ArrowDown: '↓', Backspace: '⌫', Enter: '↵' };
const other: Record<string, string> = { Mod: 'Ctrl', ArrowUp: '↑', ArrowDown: '↓' };

/** Keys as this computer writes them: Ctrl+B, ⌘B. */
export function shortcut(keys: string): string {
  const names = isApple ? apple : other;
  return keys.split(/-(?=.)/).map(part => names[part] ?? (part.length === 1 ? part.toUpperCase() : part)).join(isApple ? '' : '+');
}

/** As the attribute aria-keyshortcuts wants them. */
export const ariaKeys = (keys: string): string => keys.replace('Mod', isApple ? 'Meta' : 'Control').split(/-(?=.)/).join('+');

export function showShortcuts(texts: Texts): Promise<true | null> {
  const line = (keys: string, what: string): HTMLElement => el('div', {}, el('dt', {}, el('kbd', {}, shortcut(keys))), el('dd', {}, what));
  const list = (title: string, ...lines: HTMLElement[]): HTMLElement => el('section', {}, el('h3', {}, title), el('dl', { class: 'keys' }, ...lines));
  const of = (...groups: string[]): HTMLElement[] => actions.filter(action => action.keys && groups.includes(action.group)).map(action => line(action.keys!, texts(action.id)));
  return ask<true>(texts, texts('shortcuts'), [el('div', { class: 'keys-columns' },
    list(texts('keysText'), ...of('turn', 'mark')),
    list(texts('keysBlocks'), ...of('list', 'insert', 'block')),
    list(texts('keysMore'), line('/', texts('insertBlock')), line('Alt-Enter', texts('keysFields')), line('Mod-Enter', texts('keysBehind')), line('Mod-f', texts('find')), line('Alt-F10', texts('keysToolbar')), line('Mod-s', texts('save')), line('Mod-/', texts('shortcuts')), ...of('history')),
    list(texts('keysTyped'), line('##', texts('heading2')), line('-', texts('bulletList')), line('1.', texts('orderedList')), line('>', texts('blockquote')), line('---', texts('horizontalRule')), line('```', texts('codeBlock'))))],
  texts('close'), () => true, true);
}
