'use client';

import { type ClipboardEvent, type DragEvent, useRef, useState } from 'react';
import { importWords } from '#lib/wording/editions.ts';
import { useForm } from '../../../parts/DeskForm.tsx';
import { Fault } from '../../../parts/fields.tsx';

const words = importWords.begin;

/** A file to choose, or to drop where script runs. */
export function GivenFile() {
  const input = useRef<HTMLInputElement>(null);
  const [isOver, setOver] = useState(false);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    if (input.current && event.dataTransfer.files.length > 0) input.current.files = event.dataTransfer.files;
  };
  return (
    <section>
      <h2 id="file-label">{words.file}</h2>
      <Fault name="file" />
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is one more way; the button works by keyboard */}
      <div
        className={isOver ? 'drop over' : 'drop'}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <p className="wide-only">
          <b>{words.drop}</b>
        </p>
        <p className="wide-only">{words.or}</p>
        <input ref={input} type="file" name="file" id="file" aria-labelledby="file-label" />
        <p className="hint">{words.formats}</p>
        <p className="hint">{words.others}</p>
      </div>
    </section>
  );
}

/** A pasted table. The clipboard's page comes along, since it alone knows which cells are merged. */
export function Paste() {
  const { outcome } = useForm();
  const [page, setPage] = useState('');
  const take = ({ clipboardData }: ClipboardEvent) => setPage(clipboardData.getData('text/html'));
  const rows = page.split(/<tr[\s>]/i).length - 1;
  return (
    <section>
      <h2>
        <label htmlFor="text">{words.paste}</label>
      </h2>
      <Fault name="text" />
      <textarea
        id="text"
        name="text"
        rows={9}
        placeholder={words.pasteHint}
        defaultValue={outcome?.typed.text?.[0] ?? ''}
        onPaste={take}
        onChange={(event) => event.target.value.trim() === '' && setPage('')}
        aria-invalid={outcome?.faults.text !== undefined}
      />
      <input type="hidden" name="html" value={page} />
      {rows > 0 && (
        <p className="hint" role="status">
          {words.pasted(rows)}
        </p>
      )}
    </section>
  );
}
