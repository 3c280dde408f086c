import { one } from './page';

/** "Near me" puts the reader's rounded position into the place box, when asked and allowed; nothing is sent before the form is. */
export function startNearMe(): void {
  const button = one<HTMLButtonElement>('[data-near-me]');
  const place = button && one<HTMLInputElement>('#' + (button.dataset['nearMe'] ?? ''));
  const status = button && one('#near-me-status');
  if (!button || !place || !status || !('geolocation' in navigator)) return;
  button.hidden = false;
  button.addEventListener('click', () => {
    status.textContent = button.dataset['asking'] ?? '';
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        // Two decimals are about a kilometre.
        place.value = `${coords.latitude.toFixed(2)},${coords.longitude.toFixed(2)}`;
        status.textContent = button.dataset['found'] ?? '';
        place.form?.requestSubmit();
      },
      () => { status.textContent = button.dataset['refused'] ?? ''; },
      { maximumAge: 600_000, timeout: 10_000 });
  });
}
