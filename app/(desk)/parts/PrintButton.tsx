'use client';

/** Opens the browser's print dialogue; without script the browser's own menu does. */
export function PrintButton({ text }: { text: string }) {
  return (
    <button className="by-script" type="button" onClick={() => window.print()}>
      {text}
    </button>
  );
}
