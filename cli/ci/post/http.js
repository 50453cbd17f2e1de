// One request at a time, with a limit on all that comes back. What goes wrong is said without the token.
const TIMEOUT_MS = 30_000;
const TRIES = 3;

class HttpError extends Error {
  constructor(method, url, status, text) {
    super(`${method} ${url.origin}${url.pathname}: ${status} ${text.slice(0, 300).replace(/\s+/g, ' ')}`);
    this.status = status;
  }
}

/** Bytes of an answer; throws when it is longer than `most`. */
async function bytesOf(response, most) {
  const parts = [];
  let size = 0;
  for await (const part of response.body ?? []) {
    size += part.length;
    if (size > most) throw new Error(`${new URL(response.url).pathname}: more than ${most} bytes`);
    parts.push(part);
  }
  return Buffer.concat(parts);
}

/** A client of an API below `base`. `headers` go to that host alone. */
function clientOf(base, headers) {
  async function once(method, path, body, most) {
    const url = new URL(`${base.replace(/\/$/, '')}${path}`);
    const response = await fetch(url, {
      method, headers: { ...headers, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }), signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    const bytes = await bytesOf(response, most);
    if (!response.ok) throw new HttpError(method, url, response.status, bytes.toString('utf8'));
    return bytes;
  }
  /** Reads are tried again; a write could be done twice. */
  async function get(path, most = 16 * 1024 * 1024) {
    for (let tried = 1; ; tried++) {
      try {
        return await once('GET', path, undefined, most);
      } catch (error) {
        const isPassing = !(error instanceof HttpError) || error.status === 429 || error.status >= 500;
        if (!isPassing || tried === TRIES) throw error;
        await new Promise((go) => setTimeout(go, 500 * tried));
      }
    }
  }
  return {
    bytes: get,
    async json(path) { return JSON.parse((await get(path)).toString('utf8')); },
    async send(method, path, body) { return JSON.parse((await once(method, path, body, 16 * 1024 * 1024)).toString('utf8') || 'null'); },
    /** All pages of a list, at most `most`. */
    async all(path, most = 30) {
      const rows = [];
      for (let page = 1; page <= most; page++) {
        const some = await this.json(`${path}${path.includes('?') ? '&' : '?'}per_page=100&page=${page}`);
        rows.push(...some);
        if (some.length < 100) break;
      }
      return rows;
    },
  };
}

/** Variables that must be set; throws with the names of those that are not. */
function needed(env, ...names) {
  const missing = names.filter((name) => !env[name]);
  if (missing.length > 0) throw new Error(`not set: ${missing.join(', ')}`);
  return names.map((name) => env[name]);
}

module.exports = { clientOf, HttpError, needed };
