import { GHOST_ID, type Account, type Instant } from '../state/types.js';
import { html, type Html } from './html.js';
import type { Show } from './show.js';
import { inShort } from '../../judge/instants.js';

/** The account of somebody; the ghost's for one that is gone. */
export const accountIn = (show: Show, id: number | null): Account | undefined =>
  show.state.accounts.get(id ?? GHOST_ID);

/** A name in bold as GitHub shows it; an app's with its badge. */
export function nameOf(show: Show, id: number | null): Html {
  const account = accountIn(show, id);
  const login = account?.login.replace(/\[bot\]$/, '') ?? 'ghost';
  return html`<strong>${login}</strong>${account?.type === 'Bot' && html` <span class="badge">bot</span>`}`;
}

/** A round with a first letter, since nobody here has a picture; the colour tells people apart. */
export function avatar(show: Show, id: number | null): Html {
  const account = accountIn(show, id);
  const bot = account?.type === 'Bot';
  return html`<span class="avatar ${bot ? 'bot' : `tint${(account?.id ?? 0) % 6}`}" aria-hidden="true"
    >${account?.login.charAt(0).toUpperCase() ?? '?'}</span
  >`;
}

/** An instant for people, with the exact one for machines. */
export const time = (at: Instant): Html => html`<time datetime="${at}">${inShort(at)}</time>`;
