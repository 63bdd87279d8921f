/** Where messages to staff go: a work group's robot, a system of the office's own, or a mailbox. */

/** What a message is about. Their Chinese words stand in `lib/wording/messages.ts`. */
export const MESSAGE_KINDS = ['filed', 'reopened', 'due_soon', 'overdue', 'daily'] as const;
export type MessageKind = (typeof MESSAGE_KINDS)[number];
/** About one report. */
export type ReportMessageKind = Exclude<MessageKind, 'daily'>;

export const CHANNEL_TYPES = ['wecom', 'dingtalk', 'feishu', 'webhook', 'email'] as const;
export type ChannelType = (typeof CHANNEL_TYPES)[number];

export interface Channel {
  id: string;
  directory: string;
  name: string;
  type: ChannelType;
  /** A robot's address, which is a secret, or a mailbox. */
  address: string;
  /** What messages are signed with: needed for a webhook, as the robot's page says for DingTalk and Feishu. */
  secret: string | null;
  /** Whose reports; null for all, those of no station included. */
  stations: readonly string[] | null;
  kinds: readonly MessageKind[];
}

/** Whether a report of this station is told there. */
export const covers = ({ stations }: Pick<Channel, 'stations'>, station: string | null): boolean =>
  stations === null || (station !== null && stations.includes(station));
