import { checkRunsOf } from '../state/checks.js';
import { pullFiles } from '../state/derive.js';
import type { Annotation, ChangedFile, ReviewComment } from '../state/types.js';
import { annotationBox } from './checks.js';
import { lineComment } from './comments.js';
import { html, type Html } from './html.js';
import { addressOf } from './links.js';
import { pullIn, repositoryOf, type Show } from './show.js';

/** What stands below a line of the diff: what checks remark on it, and comments on it. */
interface Below {
  line: number;
  box: Html;
}

/** The changed files with their lines, and below a line what checks and reviews say of it. */
export function filesPage(show: Show): Html {
  const pull = pullIn(show);
  const annotations = checkRunsOf(repositoryOf(show), pull.head.oid).flatMap((run) => run.annotations);
  return html`${pullFiles(show.state, pull).map((file) =>
    fileBox(show, file, [
      ...annotations.filter(({ path }) => path === file.path).map(remarkBelow),
      ...pull.reviewComments.filter(({ path }) => path === file.path).flatMap((comment) => commentBelow(show, comment)),
    ]),
  )}`;
}

const remarkBelow = (annotation: Annotation): Below => ({
  line: annotation.endLine,
  box: annotationBox(annotation, null),
});

/** A comment whose line is gone, or that is about what was there before, is told in the conversation alone. */
const commentBelow = (show: Show, comment: ReviewComment): Below[] =>
  comment.line === null || comment.side === 'LEFT' ? [] : [{ line: comment.line, box: lineComment(show, comment) }];

function fileBox(show: Show, file: ChangedFile, below: readonly Below[]): Html {
  return html`
    <section class="box file">
      <header>
        <h3>${file.previousPath !== null && html`${file.previousPath} → `}${file.path}</h3>
        <p class="quiet">
          ${file.status}, +${file.additions} −${file.deletions}
          ${file.status !== 'removed' && html` · <a href="${addressOf(show, 'edit', file.path)}">Edit<span class="unseen"> ${file.path}</span></a>`}
        </p>
      </header>
      ${
        file.patch === null
          ? html`<p class="text quiet">No lines to show.</p>`
          : html`<div class="scroll">
              <table class="diff">
                <caption class="unseen">
                  Lines of ${file.path}: number before, number after, sign, text
                </caption>
                <tbody>
                  ${linesOf(file.patch).map((line) => row(line, below))}
                </tbody>
              </table>
            </div>`
      }
    </section>
  `;
}

interface DiffLine {
  kind: 'hunk' | 'add' | 'del' | 'same';
  text: string;
  /** Line numbers from 1; null on the side where the line is not. */
  before: number | null;
  after: number | null;
}

/** The lines of a unified patch, numbered on both sides. */
export function linesOf(patch: string): DiffLine[] {
  let [before, after] = [0, 0];
  return patch.split('\n').flatMap((line): DiffLine[] => {
    const hunk = /^@@ -(\d+)(?:,\d+)? \+(\d+)/.exec(line);
    if (hunk) {
      [before, after] = [Number(hunk[1]), Number(hunk[2])];
      return [{ kind: 'hunk', text: line, before: null, after: null }];
    }
    const text = line.slice(1);
    if (line.startsWith('+')) return [{ kind: 'add', text, before: null, after: after++ }];
    if (line.startsWith('-')) return [{ kind: 'del', text, before: before++, after: null }];
    if (line.startsWith('\\')) return [{ kind: 'hunk', text: line, before: null, after: null }];
    return [{ kind: 'same', text, before: before++, after: after++ }];
  });
}

const SIGNS = { hunk: '', add: '+', del: '−', same: ' ' } as const;

const row = ({ kind, text, before, after }: DiffLine, below: readonly Below[]): Html => html`
  <tr class="${kind}">
    <td class="number">${before}</td>
    <td class="number">${after}</td>
    <td class="sign">${SIGNS[kind]}</td>
    <td class="code">${text}</td>
  </tr>
  ${below
    .filter(({ line }) => line === after)
    .map(
      ({ box }) =>
        html`<tr class="remark">
          <td colspan="4">${box}</td>
        </tr>`,
    )}
`;
