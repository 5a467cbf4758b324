/** What stands otherwise where there is less room; last, since it overrules the rest. */
export const NARROW_STYLE = /* css */ `
@media (max-width: 1600px) {
  .columns { grid-template-columns: minmax(0, 1fr); }
  .side { order: -1; display: flex; flex-wrap: wrap; gap: 4px 24px; }
  .side section { display: flex; flex-wrap: wrap; gap: 4px 8px; align-items: center; padding: 0; margin: 0; border: 0; }
  .side h3 { margin: 0; }
  .side ul { display: flex; flex-wrap: wrap; gap: 4px 8px; }
}
@media (max-width: 1099px) {
  .table { grid-template-columns: minmax(0, 1fr); padding: 12px; }
  .left, .right { position: static; max-height: none; overflow: visible; }
  .parts, .parts:not(:focus-within) { position: sticky; top: 0; z-index: 2; width: auto; height: auto; overflow-x: auto; clip-path: none; padding: 0 8px; }
  .who nav { display: grid; gap: 6px; }
  .who h3, .who summary { margin: 4px 0 2px; }
  .who ul { display: flex; flex-wrap: wrap; gap: 6px; }
  .who li a { padding: 3px 10px 3px 4px; border: 1px solid var(--line); border-radius: 16px; }
  .who li a[aria-current] { border-color: var(--accent); box-shadow: none; }
  .top { padding: 8px 12px; }
  .top > .quiet { margin-left: 0; width: 100%; font-size: 12px; }
}
@media (max-width: 760px) {
  .title { font-size: 20px; }
  .comment { grid-template-columns: minmax(0, 1fr); }
  .comment > .avatar { display: none; }
  .event, .merge, .review .thread, .review .comment { margin-left: 0; }
  .text, .thread > summary, .hunk { padding-left: 10px; padding-right: 10px; }
  .commands li { grid-template-columns: minmax(0, 1fr); padding: 4px 0; }
  .commands .insert { justify-self: start; }
  .diff .number { min-width: 26px; padding: 0 4px; }
  .tabs { gap: 0; }
  .tabs a { padding: 8px 7px; }
  main.list { padding: 12px; }
}
`;
