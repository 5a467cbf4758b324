import { html, type Html } from './html.js';
import { linksOf } from './links.js';
import { markdown } from './markdown.js';
import { recordIn, type Show } from './show.js';

/** A page of the dashboard as GitHub would show it; null where there is none. @param path below the dashboard's folder */
export function dashboardPage(show: Show, path: string): Html | null {
  const place = `${show.record.dashboard}/${path}`;
  const text = recordIn(show).get(place);
  if (text === undefined) return null;
  return html`
    <section class="box">
      <header><p class="quiet">${place} on the branch ${show.record.branch}</p></header>
      <div class="text prose">${markdown(text, linksOf(show, place))}</div>
    </section>
  `;
}
