import { schema } from './schema';

/** Browsers read backslashes as slashes and skip control characters and spaces around an address. */
function isSound(address: string): boolean {
  return address !== '' && address.trim() === address && !/[\u0000-\u001f\u007f-\u009f\\]/.test(address);
}

function parse(address: string): URL | null {
  return URL.canParse(address) ? new URL(address) : null;
}

/** A web address, mail, telephone, or a path of this site: what the server takes, no more. */
export function isAllowedLink(address: string): boolean {
  if (!isSound(address)) return false;
  if (address.startsWith('/')) return !address.startsWith('//');
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(address)?.[1]?.toLowerCase();
  if (scheme === undefined || !schema.links.includes(scheme) || parse(address) === null) return false;
  return !scheme.startsWith('http') || /^https?:\/\/[^/?#]/i.test(address);
}

/** An address of the web, without a user name in it. */
export function isWebAddress(address: string): boolean {
  if (!isSound(address) || !/^https?:\/\/[^/?#]/i.test(address)) return false;
  const url = parse(address);
  return url !== null && url.username === '' && url.password === '';
}

/** What someone typed into a link field, made an address; null where it cannot be one. */
export function tidyLink(typed: string): string | null {
  const text = typed.trim();
  if (isAllowedLink(text)) return text;
  if (/^[^\s@/:]+@[^\s@/:]+\.[^\s@/:]+$/.test(text)) return `mailto:${text}`;
  if (/^\+?[\d\s().-]{6,}$/.test(text) && text.replace(/\D/g, '').length >= 6) return `tel:${text.replace(/[\s().-]/g, '')}`;
  const web = `https://${text}`;
  return /^[^\s/:@]+\.[^\s/:@.]{2,}(?:[/?#:]|$)/.test(text) && isAllowedLink(web) ? web : null;
}

/** A pasted address: the whole text is one address of the web, and nothing else. */
export function pastedAddress(text: string): string | null {
  const one = text.trim();
  return /^https?:\/\/\S+$/i.test(one) && isWebAddress(one) ? one : null;
}

/** Takes away what only follows readers around, and the detours of mail and document programs. */
export function withoutTracking(address: string): string {
  const url = parse(address);
  if (url === null || !/^https?:$/.test(url.protocol)) return address;
  const behind = detour(url);
  if (behind !== null) return withoutTracking(behind);
  const unwanted = [...url.searchParams.keys()].filter(key => /^(utm_\w+|fbclid|gclid|dclid|msclkid|mc_cid|mc_eid|igshid|igsh|_hsenc|_hsmi|yclid)$/i.test(key));
  if (unwanted.length === 0) return address;
  for (const key of unwanted) url.searchParams.delete(key);
  return url.href;
}

function detour(url: URL): string | null {
  const aim = url.hostname.endsWith('safelinks.protection.outlook.com') ? url.searchParams.get('url')
    : /^(www\.)?google\.[a-z.]+$/.test(url.hostname) && url.pathname === '/url' ? url.searchParams.get('q') ?? url.searchParams.get('url')
    : /^lm?\.facebook\.com$/.test(url.hostname) && url.pathname === '/l.php' ? url.searchParams.get('u')
    : null;
  return aim !== null && isWebAddress(aim) ? aim : null;
}
