import { button, inCode } from './forms.js';
import { html, type Html } from './html.js';
import { time } from './people.js';
import type { Show } from './show.js';

/** What somebody did last, and what came of it. A refusal is an alert. */
export function happenedBox({ happened }: Show): Html | null {
  if (happened === null) return null;
  const { at, did, refused, came, isBare, requests } = happened;
  return html`
    <section
      id="happened"
      class="happened ${refused === null ? '' : 'refused'}"
      aria-label="What happened last"
      ${refused !== null && html`role="alert"`}
    >
      <p><strong>${inCode(did)}</strong> ${time(at)}</p>
      ${refused !== null && html`<p>${inCode(refused)}</p>`}
      ${
        came.length > 0 &&
        html`<ul>
          ${came.map((one) => html`<li>${inCode(one)}</li>`)}
        </ul>`
      }
      ${refused === null && !isBare && came.length === 0 && html`<p class="quiet">Nothing came of it here.</p>`}
      <details id="requests">
        <summary>Requests to GitHub</summary>
        <p>${requests}</p>
      </details>
    </section>
  `;
}

/** The story that can be told on, chapter by chapter. */
export function storyBox(show: Show): Html | null {
  const { story } = show;
  if (story === null) return null;
  const { told, of, next } = story;
  return html`
    <section id="story" class="story" aria-labelledby="story-title">
      <h3 id="story-title">The story</h3>
      <p>
        <progress value="${told}" max="${of}" aria-label="Chapters told">${told} of ${of}</progress>
        <span class="quiet">${told} of ${of} chapters</span>
      </p>
      <p>
        ${next === null ? 'The story is told. Act as anybody and play on, or begin anew.' : html`<strong>Next:</strong> ${inCode(next.says)}`}
      </p>
      <div class="buttons">
        ${next !== null && button(show, 'chapter', 'Play the next chapter', { kind: 'primary', back: 'happened' })}
        ${button(show, 'again', 'Begin anew', { back: 'happened' })}
      </div>
    </section>
  `;
}
