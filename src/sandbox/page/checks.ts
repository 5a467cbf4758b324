import { checkRunsOf } from '../state/checks.js';
import { textAt } from '../actions/outdate.js';
import type { Annotation, CheckRun } from '../state/types.js';
import { html, type Html } from './html.js';
import { linksOf } from './links.js';
import { markdown } from './markdown.js';
import { time } from './people.js';
import { pullIn, repositoryOf, type Show } from './show.js';

const MARKS: Readonly<Record<NonNullable<CheckRun['conclusion']>, string>> = {
  success: '✓',
  failure: '✗',
  action_required: '!',
  neutral: '–',
  skipped: '–',
  cancelled: '–',
  stale: '–',
  timed_out: '✗',
};

/** The sign of a check's conclusion, with its word for those who do not see the colour. */
export function conclusionMark({ status, conclusion }: CheckRun): Html {
  const word = (conclusion ?? status).replaceAll('_', ' ');
  const sign = conclusion === null ? '…' : MARKS[conclusion];
  return html`<span class="mark ${conclusion ?? 'pending'}" aria-hidden="true">${sign}</span
    ><span class="badge">${word}</span>`;
}

/** The checks of the present head, then those of earlier ones, folded. */
export function checksPage(show: Show): Html {
  const [now, ...before] = [...pullIn(show).headHistory].reverse();
  if (now === undefined) return html`<p>There is no commit.</p>`;
  return html`
    ${runsAt(show, now.oid)}
    ${before.map(
      ({ oid, at }) => html`
        <details class="hidden">
          <summary>Checks of an earlier head, <code>${oid.slice(0, 7)}</code>, pushed ${time(at)}</summary>
          ${runsAt(show, oid)}
        </details>
      `,
    )}
  `;
}

const runsAt = (show: Show, oid: string): Html[] =>
  checkRunsOf(repositoryOf(show), oid).map((run) => runBox(show, run));

function runBox(show: Show, run: CheckRun): Html {
  const { title, summary, text } = run.output;
  return html`
    <section class="box check" id="check-${run.id}">
      <header>
        <h3>${conclusionMark(run)} ${run.name}</h3>
        <p class="quiet">
          on <code>${run.headOid.slice(0, 7)}</code>${run.completedAt !== null && html`, ${time(run.completedAt)}`}
        </p>
      </header>
      <div class="text prose">
        ${title !== null && html`<h4>${title}</h4>`} ${summary !== null && markdown(summary, linksOf(show))}
        ${text !== null && markdown(text, linksOf(show))}
        ${run.annotations.map((annotation) => annotationBox(annotation, lineOf(show, run, annotation)))}
      </div>
    </section>
  `;
}

const lineOf = (show: Show, run: CheckRun, { path, startLine }: Annotation): string | null =>
  textAt(show.state.objects, run.headOid, path)?.split('\n')[startLine - 1] ?? null;

/** A remark on a line. @param line its text; null where it stands right above, and its place with it */
export const annotationBox = (
  { level, path, startLine, title, message }: Annotation,
  line: string | null,
): Html => html`
  <div class="annotation ${level}">
    <p>
      <span class="badge">${level}</span> ${title !== null && html`<strong>${title}</strong>`}
      ${line !== null && html`<code>${path}:${startLine}</code>`}
    </p>
    ${line !== null && html`<pre>${line}</pre>`}
    <p>${message}</p>
  </div>
`;
