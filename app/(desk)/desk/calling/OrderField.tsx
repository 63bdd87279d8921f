'use client';

import type { CallOrder } from '#lib/directory/calling.ts';
import { callingWords as words } from '#lib/wording/calling.ts';

interface OrderFieldProps {
  order: CallOrder;
  options: readonly { value: CallOrder; text: string }[];
}

/** Which numbers come first. Choosing is enough; without script a button sends it. */
export function OrderField({ order, options }: OrderFieldProps) {
  return (
    <>
      <label htmlFor="order">{words.first}</label>
      <select
        key={order}
        id="order"
        name="order"
        defaultValue={order}
        onChange={(event) => event.currentTarget.form?.requestSubmit()}
      >
        {options.map(({ value, text }) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
      </select>
      <button className="without-script" type="submit">
        {words.reorder}
      </button>
    </>
  );
}
