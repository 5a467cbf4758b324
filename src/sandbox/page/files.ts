import { checkRunsOf } from '../state/checks.js';
import { pullFiles } from '../state/derive.js';
import type { Annotation, ChangedFile } from '../state/types.js';
import { annotationBox } from './checks.js';
import { html, type Html } from './html.js';
import { pullIn, repositoryOf, type Show } from './show.js';

/** The changed files with their lines, and below a line what a check remarks on it. */
export function filesPage(show: Show): Html {
  const pull = pullIn(show);
  const remarks = checkRunsOf(repositoryOf(show), pull.head.oid).flatMap(({ annotations }) => annotations);
  const files = pullFiles(show.state, pull);
  return html`${files.map((file) =>
    fileBox(
      file,
      remarks.filter(({ path }) => path === file.path),
    ),
  )}`;
}

function fileBox(file: ChangedFile, remarks: readonly Annotation[]): Html {
  return html`
    <section class="box file">
      <header>
        <h2>${file.previousPath !== null && html`${file.previousPath} → `}${file.path}</h2>
        <p class="quiet">${file.status}, +${file.additions} −${file.deletions}</p>
      </header>
      ${
        file.patch === null
          ? html`<p class="text quiet">No lines to show.</p>`
          : html`<div class="scroll">
              <table class="diff">
                <tbody>
                  ${linesOf(file.patch).map((line) => row(line, remarks))}
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

const row = ({ kind, text, before, after }: DiffLine, remarks: readonly Annotation[]): Html => html`
  <tr class="${kind}">
    <td class="number">${before}</td>
    <td class="number">${after}</td>
    <td class="sign">${SIGNS[kind]}</td>
    <td class="code">${text}</td>
  </tr>
  ${remarks
    .filter(({ endLine }) => after !== null && endLine === after)
    .map(
      (remark) =>
        html`<tr class="remark">
          <td colspan="4">${annotationBox(remark, null)}</td>
        </tr>`,
    )}
`;
