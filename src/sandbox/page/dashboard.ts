import { button } from './forms.js';
import { html, type Html } from './html.js';
import { DASHBOARD_START, linksOf } from './links.js';
import { markdown } from './markdown.js';
import { recordIn, type Show } from './show.js';

/** A page of the dashboard as GitHub would show it; null where there is none. @param path below the dashboard's folder */
export function dashboardPage(show: Show, path: string): Html | null {
  const place = `${show.record.dashboard}/${path}`;
  const text = recordIn(show).get(place);
  // Before the first change it is not there yet, and that is no mistake of who looks.
  if (text === undefined && path !== DASHBOARD_START) return null;
  return html`
    <section class="box">
      <header>
        <p class="quiet">${place} on the branch ${show.record.branch}</p>
        ${button(show, 'wait', 'Let a minute pass', { fields: { for: 'minute' }, id: 'wait-minute' })}
      </header>
      <div class="text prose">
        ${
          text === undefined
            ? html`<p>There are no pages yet: they follow a minute after the first change of the record.</p>`
            : markdown(text, linksOf(show, place), linksOf(show, place))
        }
      </div>
    </section>
  `;
}

/** A picture on those pages, as SVG; null where there is none. @param page path below the pull request's */
export function pictureAt(show: Show, page: string): string | null {
  const [, path] = /^dashboard\/(.+\.svg)$/.exec(page) ?? [];
  return path === undefined ? null : (recordIn(show).get(`${show.record.dashboard}/${path}`) ?? null);
}
