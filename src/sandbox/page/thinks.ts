import type { NextStep, Requirement, Verdict } from '../../judge/verdict.js';
import type { Rules } from '../../rules/schema.js';
import { checkRunsOf } from '../state/checks.js';
import { conclusionMark } from './checks.js';
import { inCode } from './forms.js';
import { html, type Html } from './html.js';
import { addressOf } from './links.js';
import { time } from './people.js';
import { pullIn, repositoryOf, type SeenLook, type Show } from './show.js';

/** What Convenor thinks of the pull request: where it stands, whom it waits for, the two checks, and why. */
export function thinksBox(show: Show): Html {
  return html`
    <section id="thinks" class="box" aria-labelledby="thinks-title">
      <header>
        <h2 id="thinks-title">What Convenor thinks</h2>
        ${show.look !== null && html`<p class="quiet">looked on ${time(show.look.at)}</p>`}
      </header>
      <div class="text">
        ${!show.isRunning && html`<p class="flash">Convenor is not running: what happens now, it will find out later.</p>`}
        ${opinion(show.look)} ${checksNow(show)}
      </div>
    </section>
  `;
}

/** What it is taken for where it is no proposal. */
const OTHERS: Readonly<Record<Exclude<SeenLook['concluded']['kind'], 'proposal'>, string>> = {
  governance: 'This changes how the specification is governed. Who would gain or lose which power stands in the check.',
  amendment: 'This changes proposals that are merged. What it would change stands in the check.',
  companion: 'This carries the file of another open proposal: it goes with that one, and has no state of its own.',
  other: 'This adds no proposal, and is none of Convenor’s business.',
  asleep: 'This is older than the installation of Convenor, which leaves it in peace until somebody acts on it.',
  gone: 'This is not there any more.',
};

function opinion(look: SeenLook | null): Html {
  if (look === null) return html`<p>Convenor has not looked at this yet.</p>`;
  const { concluded } = look;
  if (concluded.kind !== 'proposal') return html`<p>${OTHERS[concluded.kind]}</p>`;
  const { verdict, isAsleep, facts } = concluded;
  return html`
    ${isAsleep && html`<p class="flash">${OTHERS.asleep}</p>`}
    <p class="headline">
      <span class="badge state-${verdict.state.status}">${verdict.state.status}</span> ${inCode(verdict.headline)}.
    </p>
    <h3>What is next</h3>
    ${nextList(verdict.next)}
    <details id="asked" open>
      <summary>What the rules ask, and what was found</summary>
      ${verdictTree(verdict, facts.governing.rules)}
    </details>
  `;
}

/** What is next, and whom it waits for. */
export const nextList = (next: readonly NextStep[]): Html =>
  next.length === 0
    ? html`<p class="quiet">Nothing is asked of anybody now.</p>`
    : html`<ul class="next">
        ${next.map(
          ({ who, people, what }) =>
            html`<li>
              <strong>${who}</strong>
              ${people.some(({ login }) => login !== who) && html`<span class="quiet">(${people.map(({ login }) => login).join(', ')})</span>`}
              ${inCode(what)}
            </li>`,
        )}
      </ul>`;

const MARKS = { held: ['✓', 'held'], open: ['○', 'not yet'], failed: ['✗', 'in the way'] } as const;

/** The verdict as a tree: each thing that the rules ask, whether it holds, by which rule, and what stands below it. */
export const verdictTree = ({ requirements, next }: Pick<Verdict, 'requirements' | 'next'>, rules: Rules): Html => html`
  <ul class="tree">
    ${requirements.map((one) => node(one, rules, next))}
  </ul>
`;

function node(
  { rule, name, held, says, next, children, seen = [] }: Requirement,
  rules: Rules,
  steps: readonly NextStep[],
): Html {
  const [sign, word] = MARKS[held];
  const sentence = rule in rules.rules ? rules.rules[rule as keyof Rules['rules']].says : null;
  return html`<li class="${held}">
    <span class="sign" aria-hidden="true">${sign}</span>
    <div>
      <p><strong>${name}</strong> <span class="unseen">(${word})</span> ${inCode(says)}</p>
      ${next !== null && held !== 'held' && !steps.some(({ what }) => what === next) && html`<p class="quiet">Next: ${inCode(next)}</p>`}
      ${seen.slice(0, 3).map(({ who, at }) => html`<p class="quiet">${who.login}, ${time(at)}</p>`)}
      ${
        children.length > 0 &&
        html`<details ${held !== 'held' && html`open`}>
          <summary>${children.length === 1 ? 'One part' : `${children.length} parts`}</summary>
          <ul class="tree">
            ${children.map((child) => node(child, rules, steps))}
          </ul>
        </details>`
      }
      ${
        sentence !== null &&
        html`<details class="rule">
          <summary>Rule <code>${rule}</code></summary>
          <p>${sentence}</p>
        </details>`
      }
    </div>
  </li>`;
}

function checksNow(show: Show): Html {
  const runs = checkRunsOf(repositoryOf(show), pullIn(show).head.oid);
  return html`<h3>Its two checks</h3>
    <ul class="runs">
      ${runs.map(
        (run) =>
          html`<li>
            <p>${conclusionMark(run)} <a href="${addressOf(show, 'checks')}#check-${run.id}">${run.name}</a></p>
            <p class="quiet">${run.output.title}</p>
          </li>`,
      )}
      ${runs.length === 0 && html`<li class="quiet">None at this head yet.</li>`}
    </ul>`;
}
