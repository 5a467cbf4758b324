import type { ApiRequest } from '../state/types.js';

/** What a client asks to get: `diff`, `patch`, `sha`, `raw`, `object`, `html`, …; `json` where nothing special. */
export interface MediaType {
  format: string;
  /** The value of `X-GitHub-Media-Type`. */
  header: string;
}

const GITHUB_TYPE = /^application\/vnd\.github(?:\.v3)?(?:\.([a-z-]+))?(\+json)?$/;
const PLAIN_JSON = ['application/json', 'application/*', '*/*', 'text/json'];

/** The first media type of `Accept` that GitHub knows; null where there is none, which is answered with 415. */
export function mediaType(request: ApiRequest): MediaType | null {
  const accepted = (request.headers['accept'] ?? '*/*')
    .split(',')
    .map((type) => type.split(';')[0]?.trim().toLowerCase() ?? '');
  for (const type of accepted) {
    const [whole, format, json] = GITHUB_TYPE.exec(type) ?? [];
    // Names of previews (`squirrel-girl-preview`) were kept working and mean nothing any more.
    if (whole !== undefined && (format === undefined || format.endsWith('-preview'))) return JSON_TYPE;
    if (format !== undefined) {
      const suffix = json === undefined ? '' : '; format=json';
      return { format, header: `github.v3; param=${format}${suffix}` };
    }
    if (PLAIN_JSON.includes(type) || type === '') return JSON_TYPE;
  }
  return accepted.some((type) => type.startsWith('text/')) && accepted.length > 1 ? JSON_TYPE : null;
}

const JSON_TYPE: MediaType = { format: 'json', header: 'github.v3; format=json' };
