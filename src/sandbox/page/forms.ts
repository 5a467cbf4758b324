import { needAccount } from '../state/find.js';
import { html, type Html, type Part } from './html.js';
import { addressOf } from './links.js';
import type { Show } from './show.js';

/** Where every form of the page is sent. */
export const ACT = 'act';

/** What every form carries: what is to be done, who does it, which page to come back to, and that it is from this page. */
export function form(
  show: Show,
  act: string,
  content: Part,
  {
    fields = {},
    name = '',
    back = '',
  }: { fields?: Readonly<Record<string, string>>; name?: string; back?: string } = {},
): Html {
  const hidden = {
    do: act,
    as: needAccount(show.state, show.me).login,
    token: show.token,
    page: show.page,
    back,
    ...fields,
  };
  return html`<form class="${name}" method="post" action="${addressOf(show, ACT)}">
    ${Object.entries(hidden).map(([key, value]) => html`<input type="hidden" name="${key}" value="${value}" />`)}
    ${content}
  </form>`;
}

/** A form that is one button. @param id unique on the page, so that the focus finds it again */
export const button = (
  show: Show,
  act: string,
  label: Part,
  more: {
    fields?: Readonly<Record<string, string>>;
    back?: string;
    id?: string;
    kind?: string;
    disabled?: boolean;
  } = {},
): Html =>
  form(
    show,
    act,
    html`<button id="${more.id ?? `do-${act}`}" class="${more.kind ?? ''}" ${more.disabled === true && html`disabled`}>
      ${label}
    </button>`,
    {
      name: 'one',
      ...(more.fields ? { fields: more.fields } : {}),
      ...(more.back === undefined ? {} : { back: more.back }),
    },
  );

/** A sentence with what stands between backquotes as code. */
export const inCode = (sentence: string): Html[] =>
  sentence.split('`').map((part, index) => (index % 2 === 1 ? html`<code>${part}</code>` : html`${part}`));
