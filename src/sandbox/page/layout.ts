import { fullName } from '../state/find.js';
import type { PullRequest } from '../state/types.js';
import { html, type Html } from './html.js';
import { addressOf, DASHBOARD_START, TABS } from './links.js';
import { inWords } from '../../judge/instants.js';
import { nameOf } from './people.js';
import { pullIn, repositoryOf, type Show } from './show.js';

/** Which tab of a show is looked at. */
export type Tab = keyof typeof TABS | 'dashboard';

/** A whole page: the shows to choose from, the pull request's head, its tabs, and what the tab shows. */
export function layout(shows: readonly Show[], show: Show, tab: Tab, content: Html): Html {
  const pull = pullIn(show);
  const repository = fullName(show.state, repositoryOf(show));
  const current = (is: boolean): Html | null => (is ? html`aria-current="page"` : null);
  const tabs = [...Object.entries(TABS), ['dashboard', 'Dashboard'] as const];
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${pull.title} · #${pull.number} · ${repository}</title>
        <link rel="stylesheet" href="/style.css" />
      </head>
      <body>
        <nav class="top" aria-label="Stories">
          <strong>Convenor</strong>
          ${shows.map((one) => html`<a href="${addressOf(one)}" ${current(one === show)}>${one.name}</a>`)}
          <span class="quiet">A GitHub in memory, ${inWords(show.state.now)}</span>
        </nav>
        <main>
          <p class="quiet repository">${repository}</p>
          <h1>${pull.title} <span class="quiet">#${pull.number}</span></h1>
          <p>${stateBadge(pull)} ${nameOf(show, pull.authorId)} wants to merge into <code>${pull.base.ref}</code></p>
          <nav class="tabs" aria-label="Pull request">
            ${tabs.map(
              ([part, title]) =>
                html`<a
                  href="${part === 'dashboard' ? addressOf(show, part, DASHBOARD_START) : addressOf(show, ...(part === '' ? [] : [part]))}"
                  ${current(part === tab)}
                  >${title}</a
                >`,
            )}
          </nav>
          ${content}
        </main>
      </body>
    </html>`;
}

/** The state as GitHub's page says it. */
function stateBadge(pull: PullRequest): Html {
  const state = pull.mergedAt !== null ? 'merged' : pull.state === 'closed' ? 'closed' : pull.draft ? 'draft' : 'open';
  return html`<span class="state ${state}">${state}</span>`;
}
