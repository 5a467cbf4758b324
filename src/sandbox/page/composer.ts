import { readLedger } from '../../ledger/chain.js';
import { ledgerFolder } from '../../ledger/layout.js';
import { needAccount } from '../state/find.js';
import { form } from './forms.js';
import { html, type Html } from './html.js';
import { avatar } from './people.js';
import { ledgerText } from './record.js';
import { recordIn, type Show } from './show.js';
import { usableCommands, type Usable } from './usable.js';

/** The box to write in: a comment, or a review. @param draft what was written and could not be sent */
export function composer(show: Show): Html {
  const { login } = needAccount(show.state, show.me);
  return html`
    <section class="comment composer" id="write" aria-labelledby="write-title">
      ${avatar(show, show.me)}
      <div class="box">
        <header><h3 id="write-title">Write as ${login}</h3></header>
        ${form(
          show,
          'comment',
          html`
            <label for="text" class="unseen"
              >Comment or review, in Markdown. A command stands at the start of a line.</label
            >
            <textarea
              id="text"
              name="text"
              rows="4"
              placeholder="A comment. A command such as /sep adopt stands at the start of a line."
            >
${show.draft}</textarea>
            <div class="buttons">
              <button id="do-comment" class="primary">Comment</button>
              <button id="do-approve" name="review" value="approve">Approve</button>
              <button id="do-request-changes" name="review" value="request-changes">Request changes</button>
            </div>
          `,
          { name: 'write', back: 'write' },
        )}
        ${commandHelp(show)}
      </div>
    </section>
  `;
}

/** What this person could write now, by the rules and the record; and what not, with the reason. */
function commandHelp(show: Show): Html {
  const all = usableHere(show);
  if (all === null)
    return html`<p class="text quiet">Convenor has not looked yet: <code>/help</code> lists its commands.</p>`;
  const now = all.filter(({ refused }) => refused === null);
  const later = all.filter(({ refused }) => refused !== null);
  const { login } = needAccount(show.state, show.me);
  return html`
    <details class="commands" id="commands" open>
      <summary>What ${login} can write now <span class="quiet">${now.length} of ${all.length} commands</span></summary>
      <ul>
        ${now.map(
          ({ command, example }) =>
            html`<li>
              <code data-insert="${example}">${command.usage}</code>
              <span>${command.summary}</span>
            </li>`,
        )}
      </ul>
      <details id="commands-later">
        <summary>Not now, and why</summary>
        <ul>
          ${later.map(
            ({ command, refused }) =>
              html`<li>
                <code>/${command.name}</code> <span>${command.summary} <em>${refused}</em></span>
              </li>`,
          )}
        </ul>
      </details>
    </details>
  `;
}

function usableHere(show: Show): Usable[] | null {
  const { look, state, number, me } = show;
  if (look?.concluded.kind !== 'proposal') return null;
  const reading = readLedger(ledgerText(recordIn(show), ledgerFolder(number)));
  if (!reading.ok) return null;
  const { id, login, nodeId } = needAccount(state, me);
  return usableCommands(look.concluded.facts, reading.lines, { id, login, nodeId, isBot: false }, state.now);
}
