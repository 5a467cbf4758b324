import { textAt } from '../actions/outdate.js';
import { form } from './forms.js';
import { html, type Html } from './html.js';
import { addressOf } from './links.js';
import { pullIn, type Show } from './show.js';

/** The text of a file at the head, to be changed and pushed; null where there is no such file. */
export function editorPage(show: Show, path: string): Html | null {
  const pull = pullIn(show);
  const text = textAt(show.state.objects, pull.head.oid, path);
  if (text === null) return null;
  return html`
    <section class="box editor" id="editor" aria-labelledby="editor-title">
      <header>
        <h3 id="editor-title">Push a change of ${path}</h3>
        <p class="quiet">at the head <code>${pull.head.oid.slice(0, 7)}</code></p>
      </header>
      ${form(
        show,
        'push',
        html`
          <label for="to">Path of the file</label>
          <input id="to" name="to" type="text" required value="${path}" />
          <label for="file">Text of the file</label>
          <textarea id="file" name="text" rows="28" spellcheck="false">
${show.draft === '' ? text : show.draft}</textarea>
          <label for="message">What changes</label>
          <input id="message" name="message" type="text" placeholder="Update ${path}" />
          <div class="buttons">
            <button id="do-push" class="primary">Push</button>
            <a class="button" href="${addressOf(show, 'files')}">Leave it</a>
          </div>
        `,
        { fields: { path }, name: 'write' },
      )}
    </section>
  `;
}
