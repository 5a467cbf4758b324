import { readLedger } from '../../ledger/chain.js';
import { ledgerFolder } from '../../ledger/layout.js';
import type { Line } from '../../ledger/lines.js';
import { button, inCode } from './forms.js';
import { html, type Html } from './html.js';
import { ledgerText } from './record.js';
import { lineInWords } from './ledger-words.js';
import { time } from './people.js';
import { recordIn, type Show } from './show.js';

/** So many of the newest lines are shown at once, and all that are new; the rest is folded. */
const SHOWN = 6;

/** The ledger line by line, the newest first: what each says for people, and folded below it the line itself. */
export function ledgerBox(show: Show): Html {
  const folder = ledgerFolder(show.number);
  const text = ledgerText(recordIn(show), folder);
  const reading = readLedger(text);
  return html`
    <section id="ledger" class="box" aria-labelledby="ledger-title">
      <header>
        <h2 id="ledger-title">The ledger</h2>
        <p class="quiet"><code>${folder}/</code> on the branch <code>${show.record.branch}</code></p>
      </header>
      <div class="text">
        ${
          reading.ok
            ? lines(show, reading.lines, text.split('\n'))
            : html`<p class="flash">The ledger is broken in line ${reading.broken.line}: ${reading.broken.message}</p>`
        }
        ${verifyPart(show)}
      </div>
    </section>
  `;
}

function lines(show: Show, all: readonly Line[], raw: readonly string[]): Html {
  if (all.length === 0) return html`<p class="quiet">Nothing is written down yet.</p>`;
  const fresh = all.length - show.newFrom;
  const shown = Math.max(SHOWN, fresh);
  const newest = [...all].reverse();
  const box = (line: Line): Html => lineBox(line, raw[line.seq] ?? '', line.seq >= show.newFrom);
  const older = newest.slice(shown);
  return html`
    <p class="quiet">${all.length} lines, each with the hash of the one before. The chain holds.</p>
    <ol class="ledger" reversed start="${all.length - 1}">
      ${newest.slice(0, shown).map(box)}
    </ol>
    ${
      older.length > 0 &&
      html`<details id="ledger-older">
        <summary>${older.length} earlier ${older.length === 1 ? 'line' : 'lines'}</summary>
        <ol class="ledger" reversed start="${older.length - 1}">
          ${older.map(box)}
        </ol>
      </details>`
    }
  `;
}

const lineBox = (line: Line, raw: string, isNew: boolean): Html => html`
  <li class="${isNew ? 'new' : ''}" id="line-${line.seq}">
    <p>
      <span class="badge ${line.kind}">${line.kind}</span> ${isNew && html`<span class="badge fresh">new</span>`}
      ${time(line.at)}
    </p>
    <p>${inCode(lineInWords(line))}</p>
    ${line.kind === 'act' && line.text !== '' && html`<blockquote>${line.text}</blockquote>`}
    <details id="raw-${line.seq}">
      <summary>
        Line ${line.seq} itself${line.prev !== null && html`, after <code>${line.prev.slice(0, 12)}…</code>`}
      </summary>
      <pre>${JSON.stringify(JSON.parse(raw), null, 2)}</pre>
    </details>
  </li>
`;

/** The record, checked as a stranger would. */
const verifyPart = (show: Show): Html => html`
  <div class="buttons">${button(show, 'verify', 'Verify the record', { back: 'ledger' })}</div>
  ${
    show.verified !== null &&
    html`<div class="verified ${show.verified.holds ? 'holds' : 'broken'}">
      <p class="quiet">Checked on ${time(show.verified.at)}:</p>
      ${show.verified.says.map((one) => html`<p>${inCode(one)}</p>`)}
    </div>`
  }
`;
