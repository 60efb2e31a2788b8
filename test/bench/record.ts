/** One record of a generated capture, before a style prints it. */
export interface GeneratedRecord {
  /** µs since 1970, UTC. */
  at: number;
  thread: number;
  level: 'Default' | 'Info' | 'Debug' | 'Error' | 'Fault';
  activity: number;
  pid: number;
  user: number;
  processPath: string;
  senderPath: string;
  subsystem: string;
  category: string;
  message: string;
  formatString: string;
}

/** What a process says, without when and on which thread. */
export type Line = Omit<GeneratedRecord, 'at' | 'thread' | 'activity'>;
