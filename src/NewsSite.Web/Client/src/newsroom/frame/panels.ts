/** Tabs, dialogs opened by a button, rows that are chosen together, and the menu of a narrow screen. */
export function startPanels(): void {
  document.querySelectorAll<HTMLElement>('[data-tabs]').forEach(startTabs);
  document.addEventListener('click', event => {
    const target = event.target instanceof Element ? event.target : null;
    const opens = target?.closest<HTMLElement>('[data-dialog]')?.dataset['dialog'];
    if (opens) document.querySelector<HTMLDialogElement>(opens)?.showModal();
    if (target?.closest('[data-close]')) target.closest('dialog')?.close();
  });
  document.querySelectorAll<HTMLFormElement>('[data-select-rows]').forEach(startRows);
  startMenus();
}

/** Menus that lie over the page close as menus do: by Escape, and when something else is pressed or reached. */
function startMenus(): void {
  const open = (): HTMLDetailsElement[] => [...document.querySelectorAll<HTMLDetailsElement>('details.more[open]')];
  document.addEventListener('keydown', event => {
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    const menu = open().find(each => each.contains(document.activeElement));
    if (!menu) return;
    menu.open = false;
    menu.querySelector('summary')?.focus();
  });
  for (const name of ['pointerdown', 'focusin'] as const) document.addEventListener(name, event => {
    for (const menu of open()) if (!menu.contains(event.target as Node)) menu.open = false;
  });
}

/** A row of links to parts of the page, made tabs: without script they are links that jump. */
function startTabs(list: HTMLElement): void {
  const tabs = [...list.querySelectorAll<HTMLAnchorElement>('a[href^="#"]')];
  const panels = tabs.map(tab => document.getElementById(tab.hash.slice(1))!);
  list.setAttribute('role', 'tablist');
  list.querySelectorAll('li').forEach(item => item.setAttribute('role', 'presentation'));
  const show = (at: number, focus = false): void => {
    tabs.forEach((tab, index) => {
      tab.setAttribute('aria-selected', String(index === at));
      tab.tabIndex = index === at ? 0 : -1;
      panels[index]!.hidden = index !== at;
    });
    if (focus) tabs[at]!.focus();
  };
  tabs.forEach((tab, index) => {
    tab.id ||= `tab-${tab.hash.slice(1)}`;
    tab.setAttribute('role', 'tab');
    tab.setAttribute('aria-controls', tab.hash.slice(1));
    panels[index]!.setAttribute('role', 'tabpanel');
    panels[index]!.setAttribute('aria-labelledby', tab.id);
    tab.addEventListener('click', event => {
      event.preventDefault();
      show(index);
    });
    tab.addEventListener('keydown', event => {
      const to = { ArrowRight: (index + 1) % tabs.length, ArrowLeft: (index - 1 + tabs.length) % tabs.length, Home: 0, End: tabs.length - 1 }[event.key];
      if (to === undefined) return;
      event.preventDefault();
      show(to, true);
    });
  });
  const wrong = panels.findIndex(panel => panel.querySelector('[aria-invalid="true"]'));
  const asked = tabs.findIndex(tab => tab.hash === location.hash);
  show(Math.max(0, wrong >= 0 ? wrong : asked));
}

/** "All of this page", and what is done with the rows that are chosen. */
function startRows(form: HTMLFormElement): void {
  const all = form.querySelector<HTMLInputElement>('[data-select-all]');
  const boxes = [...form.querySelectorAll<HTMLInputElement>('input[type="checkbox"][name]')];
  const bar = form.querySelector<HTMLElement>('[data-selected]');
  const count = bar?.querySelector<HTMLElement>('[data-count]');
  const show = (): void => {
    const chosen = boxes.filter(box => box.checked).length;
    if (bar) bar.hidden = chosen === 0;
    if (count) count.textContent = (count.dataset['count'] ?? '{0}').replace('{0}', String(chosen));
    if (all) [all.checked, all.indeterminate] = [chosen === boxes.length && chosen > 0, chosen > 0 && chosen < boxes.length];
  };
  all?.addEventListener('change', () => {
    for (const box of boxes) box.checked = all.checked;
    show();
  });
  form.addEventListener('change', show);
  // Coming back to the page, the browser ticks the boxes again after this has run.
  addEventListener('pageshow', show);
  show();
}
