import { readLedger } from '../../ledger/chain.js';
import { ledgerFolder } from '../../ledger/layout.js';
import type { Line } from '../../ledger/lines.js';
import { html, type Html } from './html.js';
import { ledgerText } from './record.js';
import { lineInWords } from './ledger-words.js';
import { time } from './people.js';
import { recordIn, type Show } from './show.js';

/** The ledger line by line: what each says for people, and folded below it the line itself. */
export function ledgerPage(show: Show): Html {
  const folder = ledgerFolder(show.number);
  const text = ledgerText(recordIn(show), folder);
  const reading = readLedger(text);
  if (!reading.ok) {
    return html`<p class="flash">The ledger is broken in line ${reading.broken.line}: ${reading.broken.message}</p>`;
  }
  const raw = text.split('\n');
  return html`
    <p class="quiet">
      <code>${folder}/</code> on the branch <code>${show.record.branch}</code>: ${reading.lines.length} lines, each with
      the hash of the one before. The chain holds.
    </p>
    <ol class="ledger" start="0">
      ${reading.lines.map((line) => lineBox(line, raw[line.seq] ?? ''))}
    </ol>
  `;
}

const lineBox = (line: Line, raw: string): Html => html`
  <li>
    <span class="badge ${line.kind}">${line.kind}</span>
    <div>
      <p>${inCode(lineInWords(line))}</p>
      ${line.kind === 'act' && line.text !== '' && html`<blockquote>${line.text}</blockquote>`}
      <details>
        <summary>The line itself${line.prev !== null && html`, after <code>${line.prev.slice(0, 12)}…</code>`}</summary>
        <pre>${JSON.stringify(JSON.parse(raw), null, 2)}</pre>
      </details>
    </div>
    ${time(line.at)}
  </li>
`;

/** A sentence with what stands between backquotes as code. */
const inCode = (sentence: string): Html[] =>
  sentence.split('`').map((part, index) => (index % 2 === 1 ? html`<code>${part}</code>` : html`${part}`));
