/**
 * The page's own script. Everything works without it; with it a form does not load the page anew, so that the place on
 * the page, the focus and what is unfolded stay, and what came of an act is announced.
 */
export const SCRIPT = /* js */ `
'use strict';
(() => {
  const one = (selector, root = document) => root.querySelector(selector);
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];

  /** Example of a command becomes a button that puts it into the box. */
  const enhance = () => {
    reachable();
    for (const code of all('code[data-insert]')) {
      const button = document.createElement('button');
      button.type = 'button';
      button.className = 'insert';
      code.replaceWith(button);
      button.append(code);
      button.addEventListener('click', () => {
        const box = one('#text');
        const before = box.value.trim() === '' ? '' : box.value.replace(/\\n*$/, '\\n\\n');
        box.value = before + code.dataset.insert;
        box.focus();
        box.setSelectionRange(box.value.length, box.value.length);
      });
    }
  };

  /** What is wider than its place can be reached and moved with the keyboard, too. */
  const reachable = () => {
    for (const each of all('pre, table, .scroll')) {
      if (each.scrollWidth > each.clientWidth) each.tabIndex = 0;
      else each.removeAttribute('tabindex');
    }
  };

  /** What the server has unfolded: only what somebody has folded otherwise stays so on the next page. */
  const unfolded = new Map();
  const remember = () => {
    unfolded.clear();
    for (const each of all('details[id]')) unfolded.set(each.id, each.open);
  };

  /** What somebody has begun to write elsewhere than in a form: it stays when another form is sent. */
  const begun = (form) =>
    all('.table textarea[id], .table input[type=text]').filter((each) => each.value !== each.defaultValue && each.form !== form);

  /** Puts a page in the place of this one, and keeps where somebody was and what they have begun to write. */
  const put = (text, address, form) => {
    const next = new DOMParser().parseFromString(text, 'text/html');
    const moved = new Map(all('details[id]').filter((each) => each.open !== unfolded.get(each.id)).map((each) => [each.id, each.open]));
    const focus = document.activeElement?.id;
    const written = begun(form).map(({ id, value }) => [id, value]);
    const scrolled = [[document.scrollingElement, '']].concat(all('.left, .right').map((each) => [each, each.className]));
    const tops = scrolled.map(([element]) => element.scrollTop);
    document.title = next.title;
    for (const selector of ['.top', '.parts', '.table']) {
      const [old, fresh] = [one(selector), one(selector, next)];
      if (old && fresh) old.replaceWith(fresh);
    }
    remember();
    for (const each of all('details[id]')) if (moved.has(each.id)) each.open = moved.get(each.id);
    scrolled.forEach(([element, name], index) => {
      const now = name === '' ? element : one('.' + name);
      if (now) now.scrollTop = tops[index];
    });
    for (const [id, value] of written) {
      const field = document.getElementById(id);
      if (field) field.value = value;
    }
    if (address) history.replaceState(null, '', address);
    enhance();
    if (focus) (document.getElementById(focus) ?? one('#pull'))?.focus({ preventScroll: true });
  };

  const announce = () => {
    const box = one('#happened');
    const live = one('#live');
    if (!box || !live) return;
    const refused = box.classList.contains('refused');
    if (refused) box.scrollIntoView({ block: 'nearest' });
    live.textContent = all('p, ul > li', box).filter((each) => !each.closest('details')).map((each) => each.textContent.trim()).join(' ');
  };

  let busy = false;
  document.addEventListener('submit', async (event) => {
    const form = event.target;
    if (!(form instanceof HTMLFormElement) || form.method !== 'post') return;
    event.preventDefault();
    if (busy) return;
    busy = true;
    document.body.classList.add('busy');
    try {
      const fields = new URLSearchParams(new FormData(form, event.submitter));
      const reply = await fetch(form.action, { method: 'POST', body: fields });
      const text = await reply.text();
      if (!(reply.headers.get('content-type') ?? '').startsWith('text/html')) {
        one('#live').textContent = text;
        alert(text);
        return;
      }
      const { pathname, search } = new URL(reply.url);
      const moved = location.pathname !== pathname;
      put(text, reply.redirected ? pathname + search : null, form);
      if (moved && reply.redirected) window.scrollTo(0, 0);
      announce();
    } catch {
      one('#live').textContent = 'The playground does not answer. Is it still running?';
    } finally {
      busy = false;
      document.body.classList.remove('busy');
    }
  });

  /** Who acts as somebody else stays where they are. */
  document.addEventListener('click', async (event) => {
    const link = event.target instanceof Element ? event.target.closest('.who a[href]') : null;
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    const reply = await fetch(link.href);
    put(await reply.text(), link.href, null);
    one('#live').textContent = one('.me')?.textContent.trim() ?? '';
  });

  document.addEventListener('toggle', reachable, true);
  addEventListener('resize', reachable);
  remember();
  enhance();
})();
`.trimStart();
