/** RFC 9457: what the server says when it refuses. */
export interface Problem {
  status: number;
  title: string;
  detail?: string;
  errors?: Record<string, string[]>;
  [extension: string]: unknown;
}

export class Refused extends Error {
  constructor(readonly problem: Problem) {
    super(problem.detail ?? problem.title);
  }
}

/** The server could not be reached; what was to be sent is kept by the caller. */
export class Unreachable extends Error {}

interface Options {
  method?: 'GET' | 'PUT' | 'POST' | 'DELETE';
  json?: unknown;
  form?: FormData;
  token?: string;
  signal?: AbortSignal;
  keepalive?: boolean;
}

export async function request<T>(address: string, { method = 'GET', json, form, token, signal, keepalive }: Options = {}): Promise<T> {
  const headers: Record<string, string> = { Accept: 'application/json' };
  if (json !== undefined) headers['Content-Type'] = 'application/json';
  if (token) headers['RequestVerificationToken'] = token;
  const body = form ?? (json === undefined ? undefined : JSON.stringify(json));
  let answer: Response;
  try {
    // A redirect would lead to the sign-in page, which is no answer.
    answer = await fetch(address, { method, headers, credentials: 'same-origin', redirect: 'manual', ...(body === undefined ? {} : { body }), ...(signal ? { signal } : {}), ...(keepalive ? { keepalive } : {}) });
  } catch (failure) {
    if (signal?.aborted) throw failure;
    throw new Unreachable(String(failure));
  }
  if (answer.ok) return (answer.status === 204 ? null : await answer.json()) as T;
  if (answer.type === 'opaqueredirect') throw new Refused({ status: 401, title: 'Signed out' });
  if (answer.status >= 502 && answer.status <= 504) throw new Unreachable(String(answer.status));
  const isProblem = /json/.test(answer.headers.get('Content-Type') ?? '');
  throw new Refused({ title: answer.statusText, ...(isProblem ? ((await answer.json()) as object) : {}), status: answer.status });
}
