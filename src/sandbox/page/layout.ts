import { inShort } from '../../judge/instants.js';
import { fullName, needAccount } from '../state/find.js';
import type { PullRequest } from '../state/types.js';
import { besideBox } from './beside.js';
import { clockBox } from './clock.js';
import { happenedBox, storyBox } from './happened.js';
import { html, type Html } from './html.js';
import { ledgerBox } from './ledger.js';
import { addressOf, DASHBOARD_START, TABS } from './links.js';
import { meColumn } from './me.js';
import { mischiefBox } from './mischief.js';
import { nameOf } from './people.js';
import { pullIn, repositoryOf, type Show } from './show.js';
import { thinksBox } from './thinks.js';

/** Which tab of a pull request is looked at. */
export type Tab = keyof typeof TABS | 'edit' | 'dashboard';

/** A table to go to: its address, and what it is called. */
export interface Place {
  address: string;
  name: string;
  isHere: boolean;
}

/** Every page: its head, the way to other tables, and what it is about. */
export const frame = (title: string, places: readonly Place[], now: string, content: Html): Html =>
  html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title}</title>
        <link rel="icon" href="/icon.svg" />
        <link rel="stylesheet" href="/style.css" />
        <script src="/script.js" defer></script>
      </head>
      <body>
        <header class="top">
          <h1>Convenor <span class="quiet">playground</span></h1>
          <nav aria-label="Tables">
            ${places.map(({ address, name, isHere }) => html`<a href="${address}" ${isHere && html`aria-current="page"`}>${name}</a>`)}
          </nav>
          <p class="quiet">A GitHub in memory, ${inShort(now)}</p>
        </header>
        <p id="live" class="unseen" role="status" aria-live="polite"></p>
        ${content}
      </body>
    </html>`;

/** A whole page of a pull request: who I am, the pull request, and what Convenor thinks. */
export function layout(places: readonly Place[], show: Show, tab: Tab, content: Html): Html {
  const pull = pullIn(show);
  const repository = fullName(show.state, repositoryOf(show));
  return frame(
    `${pull.title} · #${pull.number} · ${repository}`,
    places,
    show.state.now,
    html`
      <nav class="parts" aria-label="Parts of the page">
        <a href="#who">${needAccount(show.state, show.me).login}</a><a href="#pull">Pull request</a
        ><a href="#clock">Clock</a><a href="#thinks">Convenor</a><a href="#ledger">Ledger</a
        ><a href="#mischief">Mischief</a>
      </nav>
      <div class="table">
        <div class="left">${meColumn(show)}</div>
        <main id="pull">
          ${storyBox(show)} ${happenedBox(show)} ${besideBox(show)}
          <p class="quiet repository">${repository}</p>
          <h2 class="title">${pull.title} <span class="quiet">#${pull.number}</span></h2>
          <p>${stateBadge(pull)} ${nameOf(show, pull.authorId)} wants to merge into <code>${pull.base.ref}</code></p>
          ${tabs(show, tab)} ${content}
        </main>
        <aside class="right" aria-label="Convenor">
          ${clockBox(show)} ${thinksBox(show)} ${ledgerBox(show)} ${mischiefBox(show)}
        </aside>
      </div>
    `,
  );
}

function tabs(show: Show, tab: Tab): Html {
  const address = (part: string): string =>
    part === 'dashboard' ? addressOf(show, part, DASHBOARD_START) : addressOf(show, ...(part === '' ? [] : [part]));
  return html`<nav class="tabs" aria-label="Pull request">
    ${[...Object.entries(TABS), ['dashboard', 'Dashboard'] as const].map(
      ([part, title]) =>
        html`<a
          href="${address(part)}"
          ${(part === tab || (part === 'files' && tab === 'edit')) && html`aria-current="page"`}
          >${title}</a
        >`,
    )}
  </nav>`;
}

/** The state as GitHub's page says it. */
export function stateBadge(pull: PullRequest): Html {
  const state = pull.mergedAt !== null ? 'merged' : pull.state === 'closed' ? 'closed' : pull.draft ? 'draft' : 'open';
  return html`<span class="state ${state}">${state}</span>`;
}
