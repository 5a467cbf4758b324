import type { Verdict } from '../../judge/verdict.js';
import { inCode } from './forms.js';
import { html, type Html } from './html.js';
import type { SeenLook, Show } from './show.js';
import { nextList } from './thinks.js';

/** What the other rules make of the same words of the same people: both sides where they differ. */
export function besideBox(show: Show): Html | null {
  if (show.beside === null) return null;
  const { rules, look, apart, differences } = show.beside;
  const [here, there] = [verdictIn(show.look), verdictIn(look)];
  return html`
    <section id="beside" class="box beside" aria-labelledby="beside-title">
      <header>
        <h2 id="beside-title">By other rules</h2>
        <p class="quiet"><code>${rules}</code></p>
      </header>
      <div class="text">
        ${here && there ? compared(here, there) : html`<p class="quiet">Nothing to compare yet.</p>`}
        ${
          apart.length > 0 &&
          html`<h3>What went otherwise</h3>
            <ul>
              ${apart.map((one) => html`<li>${inCode(one)}</li>`)}
            </ul>`
        }
        <details id="beside-differences">
          <summary>
            ${differences.length === 0 ? 'Both rules do the same' : `${differences.length} differences of the rules`}
          </summary>
          <ul>
            ${differences.map((one) => html`<li>${inCode(one)}</li>`)}
          </ul>
        </details>
      </div>
    </section>
  `;
}

const verdictIn = (look: SeenLook | null): Verdict | null =>
  look?.concluded.kind === 'proposal' ? look.concluded.verdict : null;

function compared(here: Verdict, there: Verdict): Html {
  const differing = rowsOf(here, there).filter(({ a, b }) => a !== b);
  if (here.headline === there.headline && differing.length === 0 && sameNext(here, there)) {
    return html`<p>Both come to the same: ${inCode(here.headline)}.</p>`;
  }
  return html`
    <div class="sides">${side('These rules', here)} ${side('The other rules', there)}</div>
    ${
      differing.length > 0 &&
      html`<div class="scroll">
        <table>
          <thead>
            <tr>
              <th scope="col">Requirement</th>
              <th scope="col">These rules</th>
              <th scope="col">The other rules</th>
            </tr>
          </thead>
          <tbody>
            ${differing.map(
              ({ name, a, b }) =>
                html`<tr>
                  <th scope="row">${name}</th>
                  <td>${inCode(a)}</td>
                  <td>${inCode(b)}</td>
                </tr>`,
            )}
          </tbody>
        </table>
      </div>`
    }
  `;
}

const side = (title: string, { state, headline, next }: Verdict): Html => html`
  <div class="side-of">
    <h3>${title}</h3>
    <p class="headline"><span class="badge">${state.status}</span> ${inCode(headline)}.</p>
    ${nextList(next)}
  </div>
`;

const sameNext = (here: Verdict, there: Verdict): boolean => JSON.stringify(here.next) === JSON.stringify(there.next);

const SIGNS = { held: '✓', open: '○', failed: '✗' } as const;
const ABSENT = 'not asked';

/** What each of the two says of each thing that either asks, in the order of the first. */
export function rowsOf(here: Verdict, there: Verdict): { name: string; a: string; b: string }[] {
  const names = [...new Set([...here.requirements, ...there.requirements].map(({ name }) => name))];
  const said = ({ requirements }: Verdict, name: string): string =>
    requirements
      .filter((one) => one.name === name)
      .map(({ held, says }) => `${SIGNS[held]} ${says}`)
      .join(' ') || ABSENT;
  return names.map((name) => ({ name, a: said(here, name), b: said(there, name) }));
}
