export type { OutboxMessage } from '../../store/outbox.ts';

import type { MessageKind } from '../../reports/messages/channel.ts';
import type { Kind, State } from '../../reports/words.ts';

/** One report as a message names it: nothing that says who a reader is. */
export interface ReportLine {
  kind: MessageKind;
  ref: string;
  station: string | null;
  stationName: string;
  about: Kind;
  state: State;
  /** ISO instant of the limit that the reader was told; null where no clock runs. */
  due: string | null;
  /** In words: station, what is wrong, by when. */
  text: string;
  /** Its page at the desk; null while nobody has set the public address. */
  url: string | null;
}

/** What is sent in one message. */
export interface Content {
  /** The same for every try. */
  id: string;
  /** ISO instant at which it was to be sent. */
  at: string;
  kind: MessageKind | 'several' | 'trial';
  title: string;
  /** Said below the title where it is about no report. */
  lines: readonly string[];
  reports: readonly ReportLine[];
  url: string | null;
  /** A try before may have arrived. */
  isRepeated: boolean;
}
