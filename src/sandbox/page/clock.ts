import { inWords } from '../../judge/instants.js';
import { button } from './forms.js';
import { html, type Html } from './html.js';
import type { SeenLook, Show } from './show.js';

/** The instant at which Convenor does the next thing by itself, as its last look has it; null where nothing is due. */
export function dueIn(look: SeenLook | null): string | null {
  return look?.concluded.kind === 'proposal' ? look.concluded.verdict.due : null;
}

/** The clock of this world: it stands still until somebody acts or moves it. */
export function clockBox(show: Show): Html {
  const due = dueIn(show.look);
  const wait = (how: string, label: string): Html =>
    button(show, 'wait', label, { fields: { for: how }, id: `wait-${how}`, back: 'clock' });
  return html`
    <section id="clock" class="box" aria-labelledby="clock-title">
      <header><h2 id="clock-title">The clock</h2></header>
      <div class="text">
        <p class="now"><time datetime="${show.state.now}">${inWords(show.state.now)}</time></p>
        <div class="buttons">
          ${wait('hour', '+1 hour')} ${wait('day', '+1 day')} ${wait('week', '+1 week')}
          ${button(show, 'until-due', 'To the next deadline', { back: 'clock', disabled: due === null })}
        </div>
        <p class="quiet">
          ${due === null ? 'Nothing happens by itself until somebody acts.' : `Next, Convenor does something by itself on ${inWords(due)}.`}
        </p>
      </div>
    </section>
  `;
}
