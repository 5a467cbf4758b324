import { answer, type Site } from '../../src/sandbox/playground/answer.js';
import { Desk } from '../../src/sandbox/playground/desk.js';
import type { Reply } from '../../src/sandbox/playground/reply.js';
import { settingOf } from '../../src/sandbox/playground/setting.js';
import { tidewire } from '../story/stage.js';

/** A sweep is played where a test wants one, and time is quick. */
const PACE = { sweepMinutes: 60 * 24, dashboardSeconds: 60 };

/** The desk of the story of short frames. */
export const shortFrames = (): Promise<Desk> => Desk.open(settingOf(tidewire('wire-format', { pace: PACE })), null);

export const HOST = 'localhost:8080';

/** Somebody in front of the page, without a browser: they look at pages and send their forms. */
export class Visitor {
  constructor(readonly site: Site) {}

  get(url: string, host = HOST, method = 'GET'): Promise<Reply> {
    return answer(this.site, { method, url, headers: { host }, body: '' });
  }

  /** Sends a form as the page's own would be sent. */
  post(
    url: string,
    fields: Readonly<Record<string, string>>,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<Reply> {
    return answer(this.site, {
      method: 'POST',
      url,
      headers: {
        host: HOST,
        origin: `http://${HOST}`,
        'sec-fetch-site': 'same-origin',
        'content-type': 'application/x-www-form-urlencoded',
        ...headers,
      },
      body: new URLSearchParams({ token: this.site.token, ...fields }).toString(),
    });
  }

  /** Acts as somebody on #12 and follows to the page that it leads to. */
  async acts(as: string, fields: Readonly<Record<string, string>>): Promise<{ status: number; page: string }> {
    const reply = await this.post(`/wire-format/12/act?as=${as}`, fields);
    if (reply.status !== 303) return { status: reply.status, page: reply.body };
    const { body } = await this.get(reply.headers['location']?.split('#')[0] ?? '');
    return { status: 303, page: body };
  }
}

/** The text of a page without its markup. */
export const wordsOf = (page: string): string =>
  page
    .replace(/<[^>]*>/g, ' ')
    .replace(/&quot;/g, '"')
    .replace(/&#39;/g, "'")
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&')
    .replace(/\s+/g, ' ')
    .replace(/ ([.,;:)])/g, '$1');
