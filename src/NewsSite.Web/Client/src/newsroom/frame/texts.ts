/** Words of the interface come with the page, in its language: a JSON object of texts with places {0}, {1}. */
export type Texts = (key: string, ...values: (string | number)[]) => string;

export function textsOf(json: unknown): Texts {
  const texts = (json ?? {}) as Record<string, string>;
  const number = new Intl.NumberFormat(document.documentElement.lang || 'en');
  return (key, ...values) => (texts[key] ?? key).replace(/\{(\d)\}/g, (_, place: string) => {
    const value = values[Number(place)];
    return typeof value === 'number' ? number.format(value) : value ?? '';
  });
}

/** What a script element of type application/json holds. */
export function jsonOf(selector: string | undefined): unknown {
  const text = selector ? document.querySelector(selector)?.textContent : null;
  return text ? (JSON.parse(text) as unknown) : null;
}

/** Dates as Belgium writes them in each language; English as in Britain. */
const region = (): string => ({ nl: 'nl-BE', fr: 'fr-BE' })[document.documentElement.lang] ?? 'en-GB';

export const dayAndTime = (at: string | number | Date): string =>
  new Intl.DateTimeFormat(region(), { day: 'numeric', month: 'long', hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone: document.documentElement.dataset['timeZone'] }).format(new Date(at));

export const timeOfDay = (at: string | number | Date): string =>
  new Intl.DateTimeFormat(region(), { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone: document.documentElement.dataset['timeZone'] }).format(new Date(at));
