import { freshProposal } from '../../proposal/index.js';
import { needAccount } from '../state/find.js';
import type { GitHubState, PullRequest } from '../state/types.js';
import { inCode } from './forms.js';
import { html, type Html } from './html.js';
import { frame, stateBadge, type Place } from './layout.js';
import type { Happened, SeenLook } from './show.js';

/** A table with all of its pull requests. */
export interface Around {
  slug: string;
  name: string;
  /** `owner/name`. */
  repository: string;
  state: GitHubState;
  repositoryId: number;
  pulls: readonly PullRequest[];
  looks: ReadonlyMap<number, SeenLook>;
  me: number;
  token: string;
  happened: Happened | null;
  /** A form that was refused, with what it said; null where there is none. */
  draft: URLSearchParams | null;
}

/** All pull requests of a table, to choose from. */
export function pullsPage(around: Around, places: readonly Place[]): Html {
  const { pulls, slug, repository, state, me } = around;
  const as = `?as=${encodeURIComponent(needAccount(state, me).login)}`;
  return frame(
    repository,
    places,
    state.now,
    html`<main id="pull" class="list">
      <p class="quiet repository">${repository}</p>
      <h2 class="title">Pull requests</h2>
      <p class="buttons"><a class="button primary" href="/${slug}/open${as}">Open a pull request</a></p>
      ${pulls.length === 0 && html`<p>None is open yet. Open one as anybody, and see what Convenor makes of it.</p>`}
      <ul class="pulls">
        ${pulls.map(
          (pull) =>
            html`<li>
              ${stateBadge(pull)}
              <p>
                <a href="/${slug}/${pull.number}"><strong>${pull.title}</strong></a>
                <span class="quiet"
                  >#${pull.number} by ${state.accounts.get(pull.authorId ?? 0)?.login ?? 'ghost'}</span
                >
              </p>
              <p class="quiet">${standing(around.looks.get(pull.number))}</p>
            </li>`,
        )}
      </ul>
    </main>`,
  );
}

function standing(look: SeenLook | undefined): Html | string {
  if (look === undefined) return 'Convenor has not looked at it yet.';
  if (look.concluded.kind === 'asleep') return 'Left in peace until somebody acts on it.';
  if (look.concluded.kind !== 'proposal') return 'No proposal.';
  const { verdict, isAsleep } = look.concluded;
  return html`<span class="badge">${verdict.state.status}</span> ${inCode(verdict.headline)}${
      isAsleep && '. Left in peace until somebody acts on it'
    }.`;
}

/** A form that opens a pull request with a proposal. */
export function openPage(around: Around, places: readonly Place[]): Html {
  const { slug, repository, state, me, token, draft, happened } = around;
  const account = needAccount(state, me);
  const said = (name: string, otherwise = ''): string => draft?.get(name) ?? otherwise;
  return frame(
    `Open a pull request · ${repository}`,
    places,
    state.now,
    html`<main id="pull" class="list">
      <p class="quiet repository">${repository}</p>
      <h2 class="title">Open a pull request</h2>
      ${draft !== null && happened?.refused != null && html`<p class="flash" role="alert">${happened.refused}</p>`}
      <form method="post" class="write" action="/${slug}/act?as=${encodeURIComponent(account.login)}">
        <input type="hidden" name="do" value="open" />
        <input type="hidden" name="token" value="${token}" />
        <label for="who">As whom</label>
        <input id="who" name="who" type="text" list="people" required value="${said('who', account.login)}" />
        <datalist id="people">
          ${[...state.accounts.values()].map(({ type, login }) => type === 'User' && html`<option value="${login}"></option>`)}
        </datalist>
        <label for="title">Title</label>
        <input id="title" name="title" type="text" required value="${said('title')}" />
        <label for="slug">Name of the file, without its number</label>
        <input id="slug" name="slug" type="text" required pattern="[a-z0-9][a-z0-9\\-]*" value="${said('slug')}" />
        <label for="file">The proposal</label>
        <textarea id="file" name="text" rows="28" spellcheck="false" required>
${said('text', beginning(account.login, account.name, state.now))}</textarea>
        <div class="buttons"><button id="do-open" class="primary">Open it</button></div>
      </form>
    </main>`,
  );
}

const beginning = (login: string, name: string | null, now: string): string =>
  freshProposal({
    title: 'A title',
    type: 'Standards Track',
    authors: [`${name ?? login} (@${login})`],
    created: now.slice(0, 10),
    workingGroup: null,
    sponsor: null,
  });
