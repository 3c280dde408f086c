import { isWebAddress } from './link';

/** The places whose pages are shown in an article, by name; the server decides which of them can be framed. */
export function providerOf(address: string): string | null {
  if (!isWebAddress(address)) return null;
  const url = new URL(address);
  const host = url.hostname.replace(/^(www|m|mobile)\./, '');
  const path = url.pathname;
  switch (host) {
    case 'youtube.com':
    case 'youtube-nocookie.com':
      return url.searchParams.has('v') || /^\/(embed|shorts|live)\/[\w-]{11}/.test(path) ? 'YouTube' : null;
    case 'youtu.be':
      return /^\/[\w-]{11}$/.test(path) ? 'YouTube' : null;
    case 'vimeo.com':
      return /^\/(?:[\w/]+\/)?\d{1,15}(?:\/\w+)?\/?$/.test(path) ? 'Vimeo' : null;
    case 'player.vimeo.com':
      return /^\/video\/\d{1,15}/.test(path) ? 'Vimeo' : null;
    case 'twitter.com':
    case 'x.com':
      return /\/status(es)?\/\d+/.test(path) ? 'X' : null;
    case 'bsky.app':
      return /^\/profile\/[^/]+\/post\/[^/]+/.test(path) ? 'Bluesky' : null;
    case 'instagram.com':
      return /\/(p|reel|tv)\/[\w-]{5,}/.test(path) ? 'Instagram' : null;
    case 'openstreetmap.org':
      return /map=\d/.test(url.hash) || url.searchParams.has('mlat') ? 'OpenStreetMap' : null;
    case 'osm.org':
      return 'OpenStreetMap';
    case 'maps.app.goo.gl':
      return 'Google Maps';
    default:
      if (/^(maps\.)?google\.[a-z]{2,3}(\.[a-z]{2})?$/.test(host) && (host.startsWith('maps.') || path.startsWith('/maps'))) return 'Google Maps';
      return /^\/@[\w.-]+(@[\w.-]+)?\/\d{10,}$/.test(path) ? 'Mastodon' : null;
  }
}

/** The page behind a frame that was copied from elsewhere; null where it is not one we know. */
export function pageOfFrame(source: string): string | null {
  const address = source.startsWith('//') ? `https:${source}` : source;
  const tube = /^https?:\/\/(?:www\.)?youtube(?:-nocookie)?\.com\/embed\/([\w-]{11})/.exec(address);
  if (tube) return `https://www.youtube.com/watch?v=${tube[1]}`;
  const vimeo = /^https?:\/\/player\.vimeo\.com\/video\/(\d+)/.exec(address);
  if (vimeo) return `https://vimeo.com/${vimeo[1]}`;
  const tweet = /^https?:\/\/platform\.twitter\.com\/embed\/Tweet\.html.*[?&]id=(\d+)/.exec(address);
  if (tweet) return `https://x.com/i/status/${tweet[1]}`;
  return providerOf(address) === null ? null : address;
}
