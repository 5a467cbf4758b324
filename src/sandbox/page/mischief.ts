import { button, inCode } from './forms.js';
import { html, type Html } from './html.js';
import type { Show, Trick } from './show.js';

const SIGNS: Readonly<Record<Trick['state'], readonly [sign: string, word: string]>> = {
  armed: ['…', 'waits'],
  met: ['!', 'behind'],
  mended: ['✓', 'made good'],
};

/** What can be done to the network and to the bot, and what became of it: nothing is lost. */
export function mischiefBox(show: Show): Html {
  const act = (what: string, label: string): Html => button(show, what, label, { back: 'mischief' });
  return html`
    <section id="mischief" class="box" aria-labelledby="mischief-title">
      <header><h2 id="mischief-title">Mischief</h2></header>
      <div class="text">
        <p class="quiet">
          A webhook is only a hint, and all that counts is in the record. Disturb it, then act, and see that nothing is
          lost.
        </p>
        <div class="buttons">
          ${act('lose', 'Lose the next webhook')} ${act('fail', 'Fail the next call')}
          ${act('fail-after', 'Break it after it took effect')} ${act('restart', 'Restart the bot')}
          ${show.isRunning ? act('stop', 'Stop the bot') : act('start', 'Start the bot')} ${act('sweep', 'Sweep now')}
        </div>
        <ol class="tricks" reversed>
          ${[...show.tricks].reverse().map(trickLine)}
        </ol>
      </div>
    </section>
  `;
}

function trickLine({ state, says }: Trick): Html {
  const [sign, word] = SIGNS[state];
  return html`<li class="${state}">
    <span class="sign" aria-hidden="true">${sign}</span>
    <span><span class="unseen">${word}: </span>${inCode(says)}</span>
  </li>`;
}
