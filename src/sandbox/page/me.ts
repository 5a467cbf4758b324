import type { Account } from '../state/types.js';
import { html, type Html } from './html.js';
import { addressAs } from './links.js';
import { partsOf, standingInWords, type Part } from './parts.js';
import { avatar } from './people.js';
import type { Show } from './show.js';

/** More people of one part than this are folded. */
const MOST = 6;

/**
 * As whom one acts: everybody here, by their part. A choice leads to the same page.
 */
export function meColumn(show: Show): Html {
  const me = show.state.accounts.get(show.me);
  const parts = partsOf(show);
  return html`
    <section id="who" class="who" aria-labelledby="who-title">
      <h2 id="who-title">Who I am</h2>
      ${
        me !== undefined &&
        html`<p class="me">
          ${avatar(show, me.id)}<span
            ><strong>${me.login}</strong>
            <span class="quiet">${standingInWords(show, me.login).join(' · ')}</span></span
          >
        </p>`
      }
      <nav aria-label="Act as">${parts.map((part) => partBox(show, part))}</nav>
    </section>
  `;
}

function partBox(show: Show, { title, people }: Part): Html {
  const folded = people.length > MOST || title === 'Others in the governance';
  const list = html`<ul>
    ${people.map((one) => personLink(show, one))}
  </ul>`;
  if (!folded)
    return html`<h3>${title}</h3>
      ${list}`;
  const isHere = people.some(({ id }) => id === show.me);
  return html`<details class="part" ${isHere && html`open`}>
    <summary>${title} <span class="quiet">${people.length}</span></summary>
    ${list}
  </details>`;
}

const personLink = (show: Show, { id, login }: Account): Html => html`
  <li>
    <a
      id="as-${login}"
      href="${addressAs(show, login, show.page)}"
      ${id === show.me && html`aria-current="true"`}
      title="${standingInWords(show, login).join(' · ')}"
      >${avatar(show, id)}<span>${login}</span></a
    >
  </li>
`;
