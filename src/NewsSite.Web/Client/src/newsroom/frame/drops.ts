/** A file that is let go beside the place for it would be opened in place of the page, and the page with what is typed in it would be gone. */
export function startDrops(): void {
  for (const name of ['dragover', 'drop'] as const) addEventListener(name, event => {
    const takesFiles = event.target instanceof Element && event.target.matches('input[type="file"]');
    if (event.defaultPrevented || takesFiles || !event.dataTransfer?.types.includes('Files')) return;
    event.preventDefault();
    event.dataTransfer.dropEffect = 'none';
  });
}
