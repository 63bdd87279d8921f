/** On pages with buttons to copy, send, print or remember: what makes them work. */
export function ToolsScript() {
  return <script src="/tools.js" defer />;
}
