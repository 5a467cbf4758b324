/** The parts of the page: people, comments, files, the verdict, the ledger. */
export const PARTS_STYLE = /* css */ `
.who { padding: 12px; border: 1px solid var(--line); border-radius: 8px; background: var(--page); box-shadow: var(--shade); }
.who .me { display: grid; grid-template-columns: 32px minmax(0, 1fr); gap: 10px; align-items: center; padding: 10px 0; overflow-wrap: anywhere; }
.who .me .quiet { display: block; font-size: 12px; line-height: 1.35; }
.who .me .avatar { width: 32px; height: 32px; }
.who h3, .who summary { margin: 10px 0 4px; color: var(--quiet); font-size: 12px; font-weight: 600; cursor: default; }
.who summary { cursor: pointer; }
.who ul { list-style: none; padding: 0; display: grid; gap: 1px; }
.who li a { display: flex; gap: 8px; align-items: center; padding: 4px 6px; border-radius: 6px; color: var(--text); text-decoration: none; overflow-wrap: anywhere; }
.who li a:hover { background: var(--inset); }
.who li a[aria-current] { background: var(--new); box-shadow: inset 3px 0 0 var(--accent); font-weight: 600; }

.happened { padding: 10px 14px; margin-bottom: 12px; border: 1px solid var(--line); border-left: 4px solid var(--accent); border-radius: 8px; background: var(--page); overflow-wrap: anywhere; }
.happened.refused { border-left-color: var(--red); }
.happened ul { padding-left: 20px; margin: 4px 0; }
.happened time { font-size: 12px; }
.happened summary { color: var(--quiet); font-size: 12px; cursor: pointer; }
.story { display: grid; gap: 6px; padding: 12px 14px; margin-bottom: 16px; border: 1px solid var(--line); border-radius: 8px; background: var(--page); box-shadow: var(--shade); }
.story progress { width: 140px; height: 8px; accent-color: #1a7f37; }
.flash { padding: 8px 12px; border: 1px solid var(--line); border-left: 4px solid var(--amber); border-radius: 6px; background: var(--note); }

.comment { display: grid; grid-template-columns: 32px minmax(0, 1fr); gap: 12px; }
.comment > .avatar { margin-top: 6px; }
.comment .prose > p, .thread .prose > p { white-space: pre-line; }
.event { display: grid; grid-template-columns: 24px minmax(0, 1fr); gap: 10px; align-items: start; margin-left: 44px; color: var(--text); overflow-wrap: anywhere; }
.review { display: grid; gap: 10px; }
.review .thread, .review .comment { margin-left: 44px; }
.thread, .hidden { border: 1px solid var(--line); border-radius: 8px; overflow: hidden; background: var(--page); }
.thread > summary, .hidden > summary { padding: 8px 14px; background: var(--inset); cursor: pointer; overflow-wrap: anywhere; }
.thread > .buttons { padding: 0 14px 14px; }
.hidden { margin-top: 16px; }
.hidden > .box, .hidden > .comment { margin: 14px; }
.hunk { padding: 6px 14px; background: var(--add); border-bottom: 1px solid var(--line); white-space: pre-wrap; overflow-wrap: anywhere; }
.suggestion { margin: 0 14px 14px; border: 1px solid var(--line); border-radius: 6px; overflow: hidden; }
.suggestion p { padding: 6px 12px; background: var(--inset); border-bottom: 1px solid var(--line); font-size: 12px; }
.suggestion div { display: grid; grid-template-columns: 1.4em minmax(0, 1fr); padding: 3px 12px; font-family: ui-monospace, SFMono-Regular, 'SF Mono', Menlo, Consolas, 'DejaVu Sans Mono', monospace; font-size: 12px; white-space: pre-wrap; overflow-wrap: anywhere; }
.suggestion .del, tr.del { background: var(--del); }
.suggestion .add, tr.add { background: var(--add); }
.reactions { display: flex; gap: 8px; padding: 0 14px 12px; }
.reactions span { padding: 1px 8px; border: 1px solid var(--line); border-radius: 12px; }
.commands { padding: 0 14px 14px; }
.commands summary { padding: 4px 0; cursor: pointer; font-weight: 600; font-size: 13px; }
.commands details summary { color: var(--quiet); }
.commands ul { list-style: none; padding: 0; display: grid; gap: 4px; }
.commands li { display: grid; grid-template-columns: minmax(120px, 34%) minmax(0, 1fr); gap: 2px 10px; align-items: baseline; overflow-wrap: anywhere; font-size: 13px; }
.commands li span { color: var(--quiet); }
.commands em { display: block; }
.commands .insert { padding: 2px 8px; text-align: left; color: var(--link); }

.avatar { display: inline-grid; place-items: center; flex: none; width: 24px; height: 24px; border-radius: 50%; color: #fff; font-size: 12px; font-weight: 600; }
.comment > .avatar { width: 32px; height: 32px; }
.avatar.bot { border-radius: 6px; background: #57606a; }
.tint0 { background: #0a5ec2; } .tint1 { background: #8a3ffc; } .tint2 { background: #9a5b00; }
.tint3 { background: #1a7f37; } .tint4 { background: #b3246b; } .tint5 { background: #086e7d; }
.badges { display: flex; gap: 6px; }
.badge { display: inline-block; padding: 0 7px; border: 1px solid var(--line); border-radius: 10px; font-size: 12px; font-weight: 500; color: var(--quiet); white-space: nowrap; }
.label { display: inline-block; padding: 0 9px; border-radius: 10px; font-size: 12px; font-weight: 500; background: #c5def5; color: #0b3a66; }
.state { display: inline-block; padding: 4px 12px; margin-right: 6px; border-radius: 16px; color: #fff; font-weight: 500; text-transform: capitalize; background: #1a7f37; }
.state.merged { background: #8250df; } .state.closed { background: #cf222e; } .state.draft { background: #59636e; }
.mark { display: inline-grid; place-items: center; width: 20px; height: 20px; margin-right: 6px; border-radius: 50%; color: #fff; font-size: 12px; font-weight: 700; background: #59636e; }
.mark.success { background: #1a7f37; } .mark.failure, .mark.timed_out { background: #cf222e; } .mark.action_required { background: #8a5a00; }
.merge { margin-left: 44px; }
.merge p { display: flex; flex-wrap: wrap; gap: 2px 8px; align-items: center; padding: 10px 14px; }
.merge p + p { border-top: 1px solid var(--line); }
.merge p a { margin-left: auto; }
.merge > .buttons { padding: 10px 14px; border-top: 1px solid var(--line); background: var(--inset); }

.annotation { margin: 12px 0; padding: 8px 12px; border: 1px solid var(--line); border-left: 4px solid var(--amber); border-radius: 6px; overflow-wrap: anywhere; }
.annotation.failure { border-left-color: var(--red); } .annotation.notice { border-left-color: var(--link); }
.annotation pre { padding: 4px 8px; margin: 6px 0; background: var(--inset); border-radius: 6px; white-space: pre-wrap; }
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

.headline { font-size: 15px; font-weight: 600; overflow-wrap: anywhere; }
.next { padding-left: 18px; display: grid; gap: 4px; overflow-wrap: anywhere; }
.tree { list-style: none; padding: 0; display: grid; gap: 8px; grid-template-columns: minmax(0, 1fr); }
.tree li, .tricks li { display: grid; grid-template-columns: 18px minmax(0, 1fr); gap: 6px; overflow-wrap: anywhere; }
.tree .tree { margin-top: 6px; }
.tree p { font-size: 13px; }
.tree summary { color: var(--quiet); font-size: 12px; cursor: pointer; }
.tree .rule { font-size: 12px; color: var(--quiet); }
.sign { font-weight: 700; color: var(--quiet); }
.held > .sign, .mended > .sign { color: var(--green); } .failed > .sign { color: var(--red); } .met > .sign { color: var(--amber); }
#asked > summary { margin-bottom: 8px; color: var(--quiet); font-size: 12px; font-weight: 600; cursor: pointer; }
.runs { list-style: none; padding: 0; display: grid; gap: 6px; overflow-wrap: anywhere; }
.runs .badge { margin-right: 4px; }
.now time { color: var(--text); font-size: 15px; font-weight: 600; font-variant-numeric: tabular-nums; }
.tricks { list-style: none; padding: 0; display: grid; gap: 6px; font-size: 13px; }
.tricks:empty { display: none; }
.beside { margin-bottom: 16px; }
.beside .text { display: grid; gap: 10px; grid-template-columns: minmax(0, 1fr); }
.sides { display: grid; gap: 10px; grid-template-columns: repeat(auto-fit, minmax(260px, 1fr)); align-items: start; }
.side-of { display: grid; gap: 6px; }
.side-of h3 { color: var(--quiet); font-size: 12px; }
.side-of { padding: 10px; border: 1px solid var(--line); border-radius: 6px; }
.beside table { border-collapse: collapse; font-size: 12px; min-width: 100%; }
.beside th, .beside td { padding: 4px 8px; border: 1px solid var(--line); text-align: left; vertical-align: top; overflow-wrap: anywhere; }
.beside summary { cursor: pointer; color: var(--quiet); }
.beside ul, .right details ul { padding-left: 18px; }
.right details .tree { padding-left: 0; }
.verified { padding: 8px 12px; border-left: 4px solid var(--green); background: var(--inset); border-radius: 6px; font-size: 13px; }
.verified.broken { border-left-color: var(--red); }

.ledger { padding: 0; list-style: none; border: 1px solid var(--line); border-radius: 6px; }
.ledger li { padding: 8px 10px; overflow-wrap: anywhere; font-size: 13px; }
.ledger li + li { border-top: 1px solid var(--line); }
.ledger li.new { background: var(--new); box-shadow: inset 3px 0 0 var(--accent); }
.ledger time { font-size: 12px; float: right; }
.ledger blockquote { margin: 6px 0; padding: 0 12px; border-left: 3px solid var(--line); color: var(--quiet); white-space: pre-line; }
.ledger summary { color: var(--quiet); cursor: pointer; font-size: 12px; }
.ledger pre { margin-top: 6px; padding: 10px; background: var(--inset); border-radius: 6px; }
.badge.opens, .badge.closes, .badge.open { color: var(--green); border-color: var(--green); }
.badge.act, .badge.fresh { color: var(--link); border-color: var(--link); }
.badge.resolved { color: var(--purple); border-color: var(--purple); }
#ledger-older > summary { color: var(--quiet); cursor: pointer; }

.pulls { list-style: none; padding: 0; margin-top: 12px; border: 1px solid var(--line); border-radius: 8px; background: var(--page); }
.pulls li { display: grid; grid-template-columns: auto minmax(0, 1fr); gap: 2px 8px; padding: 10px 14px; align-items: center; overflow-wrap: anywhere; }
.pulls li > p + p { grid-column: 2; font-size: 13px; }
.pulls li + li { border-top: 1px solid var(--line); }
.pulls .state { padding: 1px 10px; font-size: 12px; }
`;
