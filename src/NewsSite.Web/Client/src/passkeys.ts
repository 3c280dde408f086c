import { all, one } from './page';

/** Forms with data-passkey="get" or "create": the button asks the browser for a passkey and sends the form with its answer. */
export function startPasskeys(): void {
  const able = typeof PublicKeyCredential === 'function' && 'parseRequestOptionsFromJSON' in PublicKeyCredential;
  for (const form of all<HTMLFormElement>('form[data-passkey]')) {
    if (!able) continue;
    form.hidden = false;
    form.addEventListener('submit', event => {
      const answer = one<HTMLInputElement>('[name="Credential"]', form);
      if (!answer || answer.value !== '') return;
      event.preventDefault();
      ask(form).then(
        credential => {
          answer.value = JSON.stringify(credential);
          form.submit();
        },
        (reason: unknown) => say(form, reason));
    });
  }
}

async function ask(form: HTMLFormElement): Promise<unknown> {
  const response = await fetch(form.dataset['options'] ?? '', { method: 'POST', body: new FormData(form), headers: { Accept: 'application/json' } });
  if (!response.ok) throw new Error(response.status === 400 ? 'refused' : 'failed');
  const options: unknown = await response.json();
  const credential = form.dataset['passkey'] === 'create'
    ? await navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options as PublicKeyCredentialCreationOptionsJSON) })
    : await navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options as PublicKeyCredentialRequestOptionsJSON) });
  if (!(credential instanceof PublicKeyCredential)) throw new Error('none');
  return credential.toJSON();
}

/** Who closes the browser's own window has changed their mind: nothing to say. */
function say(form: HTMLFormElement, reason: unknown): void {
  const status = one('[role="status"]', form);
  if (!status) return;
  const gaveUp = reason instanceof DOMException && reason.name === 'NotAllowedError';
  const refused = reason instanceof Error && reason.message === 'refused';
  status.textContent = gaveUp ? '' : (refused ? form.dataset['refused'] : form.dataset['failed']) ?? '';
}
