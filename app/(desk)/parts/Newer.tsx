'use client';

import { useForm } from './DeskForm.tsx';

/** Where a colleague was quicker: what they did, and that it has been seen. @param seen the last row that the page shows */
export function Newer({ seen }: { seen: number }) {
  const newer = useForm().outcome?.shown.newer;
  return (
    <>
      {newer && <p className="hint">{newer.said}</p>}
      <input type="hidden" name="seen" value={newer?.seen ?? seen} />
    </>
  );
}
