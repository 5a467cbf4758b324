/** The style of all pages: GitHub's manner with our own colours, light and dark, from a phone's width upwards. */
export const STYLE = /* css */ `
:root {
  color-scheme: light dark;
  --page: #ffffff; --inset: #f6f8fa; --line: #d1d9e0; --text: #1f2328; --quiet: #59636e; --link: #0969da;
  --green: #1a7f37; --red: #cf222e; --amber: #9a6700; --purple: #8250df;
  --add: #dafbe1; --del: #ffebe9; --hunk: #ddf4ff; --note: #fff8c5;
}
@media (prefers-color-scheme: dark) {
  :root {
    --page: #0d1117; --inset: #151b23; --line: #3d444d; --text: #f0f6fc; --quiet: #9198a1; --link: #4493f8;
    --green: #3fb950; --red: #f85149; --amber: #d29922; --purple: #ab7df8;
    --add: #12361f; --del: #42181b; --hunk: #10243e; --note: #332b0c;
  }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--page); color: var(--text); font: 14px/1.5 system-ui, -apple-system, 'Segoe UI', 'Noto Sans', Helvetica, Arial, sans-serif; }
code, pre, .diff { font-family: ui-monospace, SFMono-Regular, 'SF Mono', Menlo, Consolas, 'DejaVu Sans Mono', monospace; font-size: 0.86em; }
a { color: var(--link); text-decoration: none; }
a:hover { text-decoration: underline; }
a:focus-visible, summary:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; }
h1 { margin: 0 0 8px; font-size: 26px; font-weight: 500; line-height: 1.25; overflow-wrap: anywhere; }
h2 { margin: 0; font-size: 15px; overflow-wrap: anywhere; }
p { margin: 0; }
pre { margin: 0; overflow-x: auto; }
ul { margin: 0; }
.quiet { color: var(--quiet); font-weight: 400; }
time { color: var(--quiet); }

.top { display: flex; flex-wrap: wrap; gap: 4px 16px; align-items: baseline; padding: 12px 24px; background: var(--inset); border-bottom: 1px solid var(--line); }
.top .quiet { margin-left: auto; }
.top a[aria-current] { color: var(--text); font-weight: 600; }
main { max-width: 1180px; margin: 0 auto; padding: 20px 24px 64px; }
.repository { margin-bottom: 4px; }
.tabs { display: flex; gap: 4px; margin: 20px 0; border-bottom: 1px solid var(--line); overflow-x: auto; }
.tabs a { padding: 8px 14px; color: var(--text); white-space: nowrap; border-bottom: 2px solid transparent; }
.tabs a[aria-current] { font-weight: 600; border-bottom-color: #fd8c73; }

.columns { display: grid; grid-template-columns: minmax(0, 1fr) 230px; gap: 28px; align-items: start; }
aside section { padding: 0 0 14px; margin-bottom: 14px; border-bottom: 1px solid var(--line); }
aside h2 { font-size: 12px; color: var(--quiet); margin-bottom: 6px; }
aside ul { list-style: none; padding: 0; display: grid; gap: 6px; }
aside li { display: flex; gap: 8px; align-items: center; }
.timeline { display: grid; gap: 14px; min-width: 0; }
.timeline > * { min-width: 0; }

.box { border: 1px solid var(--line); border-radius: 6px; min-width: 0; overflow: hidden; background: var(--page); }
.box + .box { margin-top: 16px; }
.box > header { display: flex; flex-wrap: wrap; justify-content: space-between; gap: 2px 12px; padding: 8px 14px; background: var(--inset); border-bottom: 1px solid var(--line); }
.text { padding: 14px; }
.comment { display: grid; grid-template-columns: 32px minmax(0, 1fr); gap: 12px; }
.comment > .avatar { margin-top: 6px; }
.comment .prose > p, .thread .prose > p { white-space: pre-line; }
.event { display: grid; grid-template-columns: 24px minmax(0, 1fr); gap: 10px; align-items: start; margin-left: 44px; color: var(--text); overflow-wrap: anywhere; }
.review { display: grid; gap: 10px; }
.review .thread, .review .comment { margin-left: 44px; }
.thread, .hidden { border: 1px solid var(--line); border-radius: 6px; overflow: hidden; }
.thread > summary, .hidden > summary { padding: 8px 14px; background: var(--inset); cursor: pointer; overflow-wrap: anywhere; }
.hidden { margin-top: 16px; }
.hidden > .box, .hidden > .comment { margin: 14px; }
.hunk { padding: 6px 14px; background: var(--add); border-bottom: 1px solid var(--line); }
.suggestion { margin: 0 14px 14px; border: 1px solid var(--line); border-radius: 6px; overflow: hidden; }
.suggestion p { padding: 6px 12px; background: var(--inset); border-bottom: 1px solid var(--line); font-size: 12px; }
.suggestion div { display: grid; grid-template-columns: 1.4em minmax(0, 1fr); padding: 3px 12px; font-family: ui-monospace, SFMono-Regular, 'SF Mono', Menlo, Consolas, 'DejaVu Sans Mono', monospace; font-size: 12px; white-space: pre-wrap; overflow-wrap: anywhere; }
.suggestion .del, tr.del { background: var(--del); }
.suggestion .add, tr.add { background: var(--add); }
.reactions { display: flex; gap: 8px; padding: 0 14px 12px; }
.reactions span { padding: 1px 8px; border: 1px solid var(--line); border-radius: 12px; }

.avatar { display: inline-grid; place-items: center; flex: none; width: 24px; height: 24px; border-radius: 50%; color: #fff; font-size: 12px; font-weight: 600; }
.comment > .avatar { width: 32px; height: 32px; }
.avatar.bot { border-radius: 6px; background: #57606a; }
.tint0 { background: #0a5ec2; } .tint1 { background: #8a3ffc; } .tint2 { background: #9a5b00; }
.tint3 { background: #1a7f37; } .tint4 { background: #b3246b; } .tint5 { background: #086e7d; }
.badges { display: flex; gap: 6px; }
.badge { display: inline-block; padding: 0 7px; border: 1px solid var(--line); border-radius: 10px; font-size: 12px; font-weight: 500; color: var(--quiet); white-space: nowrap; }
.label { display: inline-block; padding: 0 9px; border-radius: 10px; font-size: 12px; font-weight: 500; background: #c5def5; color: #0b3a66; }
.state { display: inline-block; padding: 4px 12px; margin-right: 6px; border-radius: 16px; color: #fff; font-weight: 500; text-transform: capitalize; background: #1f883d; }
.state.merged { background: #8250df; } .state.closed { background: #cf222e; } .state.draft { background: #59636e; }
.mark { display: inline-grid; place-items: center; width: 20px; height: 20px; margin-right: 6px; border-radius: 50%; color: #fff; font-size: 12px; font-weight: 700; background: #59636e; }
.mark.success { background: #1a7f37; } .mark.failure, .mark.timed_out { background: #cf222e; } .mark.action_required { background: #9a6700; }
.merge { margin-left: 44px; }
.merge p { display: flex; flex-wrap: wrap; gap: 2px 8px; align-items: center; padding: 10px 14px; }
.merge p + p { border-top: 1px solid var(--line); }
.merge a { margin-left: auto; }

.annotation { margin: 12px 0; padding: 8px 12px; border: 1px solid var(--line); border-left: 4px solid var(--amber); border-radius: 6px; overflow-wrap: anywhere; }
.annotation.failure { border-left-color: var(--red); } .annotation.notice { border-left-color: var(--link); }
.annotation pre { padding: 4px 8px; margin: 6px 0; background: var(--inset); border-radius: 6px; }
.scroll { overflow-x: auto; }
.diff { width: 100%; border-collapse: collapse; line-height: 20px; }
.diff td { padding: 0 8px; vertical-align: top; }
.diff .number { width: 1%; min-width: 40px; text-align: right; color: var(--quiet); user-select: none; }
.diff .sign { width: 1%; padding: 0 2px 0 8px; user-select: none; }
.diff .code { white-space: pre-wrap; overflow-wrap: anywhere; }
.diff .hunk td, tr.hunk { background: var(--hunk); color: var(--quiet); }
.diff .remark td { padding: 4px 12px; background: var(--inset); font: 14px/1.5 system-ui, sans-serif; }
.remark .annotation { margin: 4px 0; background: var(--page); }
.remark .thread { margin: 4px 0; background: var(--page); }

.ledger { margin: 12px 0; padding: 0; list-style: none; border: 1px solid var(--line); border-radius: 6px; }
.ledger li { display: grid; grid-template-columns: 84px minmax(0, 1fr) auto; gap: 4px 14px; align-items: baseline; padding: 10px 14px; overflow-wrap: anywhere; }
.ledger time { font-size: 12px; }
.ledger li + li { border-top: 1px solid var(--line); }
.ledger blockquote { margin: 6px 0; padding: 0 12px; border-left: 3px solid var(--line); color: var(--quiet); white-space: pre-line; }
.ledger summary { color: var(--quiet); cursor: pointer; font-size: 12px; }
.ledger pre { margin-top: 6px; padding: 10px; background: var(--inset); border-radius: 6px; }
.ledger .badge { text-align: center; }
.badge.opens, .badge.closes, .badge.open { color: var(--green); border-color: var(--green); }
.badge.act { color: var(--link); border-color: var(--link); }
.badge.resolved { color: var(--purple); border-color: var(--purple); }

.prose { overflow-wrap: break-word; }
.prose > :first-child { margin-top: 0; } .prose > :last-child { margin-bottom: 0; }
.prose p, .prose ul, .prose ol, .prose blockquote, .prose pre, .prose table, .prose details { margin: 0 0 12px; }
.prose h1, .prose h2, .prose h3, .prose h4 { margin: 20px 0 10px; font-weight: 600; line-height: 1.25; }
.prose h1 { font-size: 24px; padding-bottom: 6px; border-bottom: 1px solid var(--line); }
.prose h2 { font-size: 19px; padding-bottom: 5px; border-bottom: 1px solid var(--line); }
.prose h3 { font-size: 17px; }
.prose ul, .prose ol { padding-left: 26px; }
.prose li + li { margin-top: 4px; }
.prose blockquote { padding: 0 14px; color: var(--quiet); border-left: 4px solid var(--line); }
.prose code { padding: 2px 5px; background: var(--inset); border: 1px solid var(--line); border-radius: 5px; overflow-wrap: anywhere; }
.prose pre { padding: 12px; background: var(--inset); border-radius: 6px; }
.prose pre code { padding: 0; border: 0; background: none; overflow-wrap: normal; }
.prose table { display: block; width: max-content; max-width: 100%; overflow-x: auto; border-collapse: collapse; }
.prose th, .prose td { padding: 6px 12px; border: 1px solid var(--line); }
.prose tr:nth-child(2n) td { background: var(--inset); }
.prose summary { cursor: pointer; }

@media (max-width: 760px) {
  main { padding: 14px 12px 48px; }
  .top { padding: 10px 12px; }
  .top .quiet { margin-left: 0; width: 100%; }
  h1 { font-size: 21px; }
  .columns { grid-template-columns: minmax(0, 1fr); }
  .comment { grid-template-columns: minmax(0, 1fr); }
  .comment > .avatar { display: none; }
  .event, .merge, .review .thread, .review .comment { margin-left: 0; }
  .tabs { gap: 0; }
  .tabs a { padding: 8px 7px; }
  .ledger li { grid-template-columns: auto minmax(0, 1fr); }
  .ledger li > div { grid-column: 1 / -1; grid-row: 2; }
  .ledger time { text-align: right; }
}
`.trimStart();
