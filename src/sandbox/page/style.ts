import { NARROW_STYLE } from './style-narrow.js';
import { PARTS_STYLE } from './style-parts.js';
import { PROSE_STYLE } from './style-prose.js';

/** Colours, type, and where things stand: three columns on a desk, one on a phone. Light and dark. */
const FRAME_STYLE = /* css */ `
:root {
  color-scheme: light dark;
  --page: #ffffff; --inset: #f6f8fa; --line: #d1d9e0; --text: #1f2328; --quiet: #59636e; --link: #0969da;
  --green: #1a7f37; --red: #cf222e; --amber: #8a5a00; --purple: #8250df; --accent: #0969da;
  --add: #dafbe1; --del: #ffebe9; --hunk: #ddf4ff; --note: #fff8c5; --new: #f0f7ff; --shade: 0 1px 2px #1f232814;
}
@media (prefers-color-scheme: dark) {
  :root {
    --page: #0d1117; --inset: #151b23; --line: #3d444d; --text: #f0f6fc; --quiet: #9198a1; --link: #4493f8;
    --green: #3fb950; --red: #f85149; --amber: #d29922; --purple: #ab7df8; --accent: #4493f8;
    --add: #12361f; --del: #42181b; --hunk: #10243e; --note: #332b0c; --new: #101d33; --shade: none;
  }
}
* { box-sizing: border-box; }
html { scroll-padding-top: 56px; }
body { margin: 0; background: var(--inset); color: var(--text); font: 14px/1.5 system-ui, -apple-system, 'Segoe UI', 'Noto Sans', Helvetica, Arial, sans-serif; }
code, pre, .diff, textarea { font-family: ui-monospace, SFMono-Regular, 'SF Mono', Menlo, Consolas, 'DejaVu Sans Mono', monospace; font-size: 0.86em; }
a { color: var(--link); text-decoration: none; }
a:hover { text-decoration: underline; }
p a, li > a, .text a, .prose a { text-decoration: underline; text-underline-offset: 2px; text-decoration-thickness: from-font; }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
h1, h2, h3, h4, p { margin: 0; }
h2, h3, h4 { overflow-wrap: anywhere; }
h2 { font-size: 15px; }
h3 { font-size: 13px; }
pre { margin: 0; overflow-x: auto; }
ul, ol { margin: 0; }
summary { min-height: 24px; padding: 3px 0; }
.quiet { color: var(--quiet); font-weight: 400; }
time { color: var(--quiet); }
.unseen { position: absolute; width: 1px; height: 1px; margin: -1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }

.top { display: flex; flex-wrap: wrap; gap: 4px 20px; align-items: baseline; padding: 10px 20px; background: var(--page); border-bottom: 1px solid var(--line); }
.top h1 { font-size: 16px; }
.top nav { display: flex; flex-wrap: wrap; gap: 4px 16px; }
.top > .quiet { margin-left: auto; font-variant-numeric: tabular-nums; }
.top a[aria-current] { color: var(--text); font-weight: 600; box-shadow: 0 2px 0 var(--accent); }
.parts:not(:focus-within) { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
.parts { display: flex; gap: 2px; padding: 0 12px; background: var(--page); border-bottom: 1px solid var(--line); }
.parts a { flex: none; padding: 10px 9px; color: var(--text); font-size: 13px; font-weight: 500; white-space: nowrap; text-decoration: none; }
.table { display: grid; grid-template-columns: 218px minmax(0, 1fr) 400px; gap: 16px; align-items: start; max-width: 1720px; margin: 0 auto; padding: 16px 20px 64px; }
.left, .right { position: sticky; top: 12px; max-height: calc(100vh - 24px); overflow-y: auto; scrollbar-width: thin; }
.right { display: grid; gap: 12px; padding: 0 2px; }
main { min-width: 0; }
main.list { max-width: 980px; margin: 0 auto; padding: 20px; }
.repository { margin-bottom: 2px; }
.title { margin: 0 0 8px; font-size: 24px; font-weight: 500; line-height: 1.25; }
.tabs { display: flex; gap: 4px; margin: 16px 0; border-bottom: 1px solid var(--line); overflow-x: auto; }
.tabs a { padding: 8px 14px; color: var(--text); white-space: nowrap; border-bottom: 2px solid transparent; text-decoration: none; }
.tabs a[aria-current] { font-weight: 600; border-bottom-color: var(--accent); }
.columns { display: grid; grid-template-columns: minmax(0, 1fr) 176px; gap: 20px; align-items: start; }
.side section { padding: 0 0 12px; margin-bottom: 12px; border-bottom: 1px solid var(--line); }
.side h3 { font-size: 12px; color: var(--quiet); margin-bottom: 6px; }
.side ul { list-style: none; padding: 0; display: grid; gap: 6px; }
.side li { display: flex; gap: 8px; align-items: center; overflow-wrap: anywhere; }
.timeline { display: grid; gap: 14px; min-width: 0; }
.timeline > * { min-width: 0; }
.box { border: 1px solid var(--line); border-radius: 8px; min-width: 0; overflow: hidden; background: var(--page); box-shadow: var(--shade); }
main > .box.file + .box.file, main > .box.check + .box.check { margin-top: 16px; }
.box > header { display: flex; flex-wrap: wrap; justify-content: space-between; gap: 2px 12px; padding: 8px 14px; background: var(--inset); border-bottom: 1px solid var(--line); }
.text { padding: 14px; }
.right .text { padding: 12px 14px; display: grid; gap: 10px; grid-template-columns: minmax(0, 1fr); }
.right h3 { margin-top: 4px; color: var(--quiet); font-size: 12px; }
.right .box > header p { font-size: 12px; }

button, .button { display: inline-block; padding: 5px 12px; border: 1px solid var(--line); border-radius: 6px; background: var(--inset); color: var(--text); font: inherit; font-weight: 500; line-height: 20px; cursor: pointer; text-decoration: none !important; }
button:hover:not(:disabled), .button:hover { border-color: var(--quiet); }
button:disabled { color: var(--quiet); cursor: not-allowed; }
button.primary, .button.primary { background: #1a7f37; border-color: #1a7f37; color: #fff; }
button.primary:hover { background: #166c2e; }
.busy button { cursor: progress; }
.buttons { display: flex; flex-wrap: wrap; gap: 6px; }
form.one { display: inline; }
form.write { display: grid; gap: 8px; padding: 14px; }
form.write label { font-weight: 600; font-size: 13px; }
textarea, input[type='text'] { width: 100%; padding: 8px 10px; border: 1px solid var(--line); border-radius: 6px; background: var(--page); color: var(--text); line-height: 1.5; resize: vertical; }
input[type='text'] { font: inherit; }
::placeholder { color: var(--quiet); opacity: 1; }
@media (prefers-reduced-motion: no-preference) {
  html { scroll-behavior: smooth; }
  .ledger li.new, .happened { animation: arrive 0.6s ease-out; }
  @keyframes arrive { from { opacity: 0; transform: translateY(-4px); } }
}
`;

/** The style of all pages: GitHub's manner with our own colours, light and dark, from a phone's width upwards. */
export const STYLE = `${FRAME_STYLE}${PARTS_STYLE}${PROSE_STYLE}${NARROW_STYLE}`.trimStart();
