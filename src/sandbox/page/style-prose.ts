/** Text in Markdown, as GitHub shows it. */
export const PROSE_STYLE = /* css */ `
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
`;
