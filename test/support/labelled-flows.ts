import { connected, type Story, story } from './story.ts';

/** `who/reason/code`. */
type Label = string;

/**
 * A flow of our own making with the truth about its end: with kernel info messages, and as an export without them shows
 * it. Every way of kernel-lifecycles 4 (a) to (g) in which a flow can live and die.
 */
export interface LabelledFlow {
  readonly name: string;
  readonly write: (log: Story, hash: number, at: number) => void;
  readonly withInfo: Label;
  /** `undefined` where nothing of the flow is left to see. */
  readonly stripped: Label | undefined;
}

const NEW = (type = 'stream'): string =>
  `New flow: NEFlow type = ${type}, app = com.example.browser, name = , 192.0.2.15:0 <-> 203.0.113.9:443, filter_id = , interface = en0`;
const APP = 'com.example.browser[{length = 20, bytes = 0x1bc5}] remote: 203.0.113.9:443 interface en0';
const BYTES = 'Destroying, app tx 100, tunnel tx 100, tunnel rx 900';
const NO_BYTES = 'Destroying, app tx 0, tunnel tx 0, tunnel rx 0';

const begin = (log: Story, hash: number, at: number, type?: string): void => {
  log.divert(at, hash, 'Created').divert(at + 0.001, hash, 'Connecting');
  log.library(at + 0.004, hash, NEW(type));
};
const answered = (log: Story, hash: number, at: number, type?: string): void => {
  begin(log, hash, at, type);
  log.divert(at + 0.02, hash, 'received connect result 0').divert(at + 0.021, hash, 'sending connect result');
};
const takenDown = (log: Story, hash: number, at: number, bytes = BYTES): void => {
  log.divert(at, hash, 'Removing from group 3, ref count = 2').divert(at + 0.002, hash, 'Detaching, ref count = 1');
  log.divert(at + 0.004, hash, bytes);
};
const libraryGone = (log: Story, hash: number, at: number): void => {
  log.library(at, hash, 'Destroying, client tx 900, client rx 100, kernel rx 100, kernel tx 900');
};
const kernelDefault = (log: Story, hash: number, at: number, text: string): void => {
  log.line(at, 'Df', 'kernel', 0, `(${hash}): ${text}`);
};
const kernelError = (log: Story, hash: number, at: number, text: string): void => {
  log.line(at, 'E ', 'kernel', 0, `(${hash}): ${text}`);
};

export const LABELLED_FLOWS: readonly LabelledFlow[] = [
  {
    name: '(a)(e) the app closes first',
    write(log, hash, at) {
      answered(log, hash, at);
      log.divert(at + 1, hash, 'Closing').divert(at + 1.002, hash, 'sending close, how = 2');
      log.library(at + 1.005, hash, 'Closing reads, not closed by plugin');
      takenDown(log, hash, at + 1.01);
      libraryGone(log, hash, at + 1.03);
    },
    withInfo: 'app/app-closed/OK',
    stripped: 'app/app-closed/OK',
  },
  {
    name: '(e) the app shuts its writes, then closes',
    write(log, hash, at) {
      answered(log, hash, at);
      log.divert(at + 1, hash, "Can't send more").divert(at + 1.002, hash, 'sending close, how = 1');
      log.divert(at + 1.5, hash, 'close received, how = 0').divert(at + 2, hash, 'Closing');
      takenDown(log, hash, at + 2.01);
    },
    withInfo: 'app/app-closed/OK',
    stripped: 'open/still-open/OPN',
  },
  {
    name: '(e) the provider closes first',
    write(log, hash, at) {
      answered(log, hash, at);
      log.library(at + 1, hash, 'Closing reads (sending SHUT_WR), closed by plugin (flow error: 0)');
      log.library(at + 1.001, hash, 'Closing writes, sending SHUT_RD');
      log.divert(at + 1.004, hash, 'close received, how = 2').divert(at + 1.2, hash, 'Closing');
      takenDown(log, hash, at + 1.21);
      libraryGone(log, hash, at + 1.23);
    },
    withInfo: 'provider/provider-closed/OK',
    stripped: 'provider/provider-closed/OK',
  },
  {
    name: '(e) crossed: the app was first, the provider’s close comes to a detached socket',
    write(log, hash, at) {
      answered(log, hash, at);
      log.divert(at + 1, hash, 'Closing').divert(at + 1.0005, hash, 'sending close, how = 2');
      log.library(at + 1.002, hash, 'Closing reads (sending SHUT_WR), closed by plugin (flow error: 0)');
      kernelDefault(log, hash, at + 1.004, 'socket is not attached any more, ignoring close from provider');
      takenDown(log, hash, at + 1.01);
    },
    withInfo: 'app/app-closed/OK',
    stripped: 'unknown/order-unknown/???',
  },
  {
    name: '(e) crossed: the provider was first, before the kernel heard of it',
    write(log, hash, at) {
      answered(log, hash, at);
      log.library(at + 1, hash, 'Closing reads (sending SHUT_WR), closed by plugin (flow error: 0)');
      log.divert(at + 1.003, hash, 'Closing');
      takenDown(log, hash, at + 1.01);
    },
    withInfo: 'provider/provider-closed/OK',
    stripped: 'provider/provider-closed/OK',
  },
  {
    name: '(e) crossed within the clocks’ error',
    write(log, hash, at) {
      answered(log, hash, at);
      log.divert(at + 1, hash, 'Closing');
      log.library(at + 1, hash, 'Closing reads (sending SHUT_WR), closed by plugin (flow error: 0)');
      takenDown(log, hash, at + 1.01);
    },
    withInfo: 'unknown/order-unknown/???',
    stripped: 'provider/provider-closed/OK',
  },
  {
    name: '(e) the remote end resets, the provider passes it on',
    write(log, hash, at) {
      answered(log, hash, at);
      log.library(at + 1, hash, 'Closing reads (sending SHUT_WR), closed by plugin (flow error: 54)');
      log.divert(at + 1.004, hash, 'close received, how = 2').divert(at + 1.2, hash, 'Closing');
      takenDown(log, hash, at + 1.21);
    },
    withInfo: 'remote/remote-reset/RSR',
    stripped: 'remote/remote-reset/RSR',
  },
  {
    name: '(e) the provider closes with an error of its own',
    write(log, hash, at) {
      answered(log, hash, at);
      log.library(at + 1, hash, 'Closing reads (sending SHUT_WR), closed by plugin (flow error: 65)');
      log.divert(at + 1.004, hash, 'close received, how = 2');
      takenDown(log, hash, at + 1.21);
    },
    withInfo: 'provider/provider-error/RSP',
    stripped: 'provider/provider-error/RSP',
  },
  {
    name: '(b) declined and sent on natively',
    write(log, hash, at) {
      begin(log, hash, at);
      log.extension(at + 0.005, `provider rejected new flow TCP ${APP}`);
      log
        .divert(at + 0.02, hash, 'received connect result 2')
        .divert(at + 0.021, hash, 'Removing from group 3, ref count = 2');
      kernelDefault(log, hash, at + 0.022, 'No more valid control units, disabling flow divert');
      kernelDefault(log, hash, at + 0.023, 'Skipped all flow divert services, disabling flow divert');
      log.divert(at + 0.03, hash, NO_BYTES);
    },
    withInfo: 'provider/declined/REJ',
    stripped: 'provider/declined/REJ',
  },
  {
    name: '(b) declined by one provider, taken by the next',
    write(log, hash, at) {
      begin(log, hash, at);
      log.divert(at + 0.02, hash, 'received connect result 2');
      kernelDefault(log, hash, at + 0.021, 'Moving from 1 to 2');
      log.divert(at + 0.03, hash, 'received connect result 0');
      log.divert(at + 1, hash, 'Closing').divert(at + 1.001, hash, 'sending close, how = 2');
      takenDown(log, hash, at + 1.01);
    },
    withInfo: 'app/app-closed/OK',
    stripped: 'open/still-open/OPN',
  },
  {
    name: '(b) an app proxy refuses with an error',
    write(log, hash, at) {
      begin(log, hash, at);
      log.extension(at + 0.005, `provider rejected new flow TCP ${APP}`);
      log.divert(at + 0.02, hash, 'received connect result 1').divert(at + 0.03, hash, 'Closing');
      takenDown(log, hash, at + 0.04, NO_BYTES);
    },
    withInfo: 'provider/declined/REJ',
    stripped: 'provider/declined/REJ',
  },
  {
    name: '(b) the provider took it and its own connect was refused',
    write(log, hash, at) {
      begin(log, hash, at);
      log.extension(at + 0.005, `provider accepted new flow TCP ${APP}`);
      log.divert(at + 0.06, hash, 'received connect result 61').divert(at + 0.07, hash, 'Closing');
      takenDown(log, hash, at + 0.08, NO_BYTES);
    },
    withInfo: 'remote/remote-refused/RSR',
    stripped: 'open/still-open/OPN',
  },
  {
    name: '(c) the provider’s control socket goes away',
    write(log, hash, at) {
      answered(log, hash, at);
      log.line(at + 1, 'I ', 'kernel', 0, '(0): disconnecting group 3');
      log.divert(at + 1.001, hash, 'Removing from group 3, ref count = 2');
      kernelError(log, hash, at + 1.1, 'no provider, cannot send packet');
      log.divert(at + 1.2, hash, 'Closing').divert(at + 1.21, hash, BYTES);
    },
    withInfo: 'kernel/provider-died/ORP',
    stripped: 'kernel/provider-died/ORP',
  },
  {
    name: '(d) UDP, not connected, the app closes',
    write(log, hash, at) {
      log
        .divert(at, hash, 'Created')
        .divert(at + 0.001, hash, 'implicit connect')
        .divert(at + 0.002, hash, 'Connecting');
      log.library(at + 0.005, hash, NEW('datagram'));
      log.divert(at + 0.02, hash, 'received connect result 0');
      log.divert(at + 1, hash, 'Closing').divert(at + 1.001, hash, 'sending close, how = 2');
      log.library(at + 1.004, hash, 'Closing reads, not closed by plugin');
      takenDown(log, hash, at + 1.01);
    },
    withInfo: 'app/app-closed/OK',
    stripped: 'app/app-closed/OK',
  },
  {
    name: '(d) UDP, the provider closes, the app goes on sending',
    write(log, hash, at) {
      answered(log, hash, at, 'datagram');
      log.divert(at + 1, hash, 'close received, how = 2');
      log.divert(at + 1.5, hash, 'provider is no longer accepting writes, cannot send data');
      log.divert(at + 2, hash, 'Closing');
      takenDown(log, hash, at + 2.01);
    },
    withInfo: 'provider/provider-closed/OK',
    stripped: 'open/still-open/OPN',
  },
  {
    name: '(d) UDP declined: buffered datagrams go natively',
    write(log, hash, at) {
      begin(log, hash, at, 'datagram');
      log.divert(at + 0.02, hash, 'received connect result 2');
      kernelDefault(log, hash, at + 0.022, 'Skipped all flow divert services, disabling flow divert');
      log.divert(at + 0.03, hash, NO_BYTES);
    },
    withInfo: 'provider/declined/REJ',
    stripped: 'provider/declined/REJ',
  },
  {
    name: '(d)(f) UDP, never answered, datagrams dropped',
    write(log, hash, at) {
      begin(log, hash, at, 'datagram');
      kernelError(
        log,
        hash,
        at + 2,
        'flow_divert_send_datagram_packet failed with error 0, send data size = 1200, dropping the datagram',
      );
      log.divert(at + 5, hash, 'Closing').divert(at + 5.001, hash, 'sending close, how = 2');
      takenDown(log, hash, at + 5.01, NO_BYTES);
    },
    withInfo: 'app/app-gave-up/TMO',
    stripped: 'open/still-open/OPN',
  },
  {
    name: '(f) offered, never answered, the app gives up',
    write(log, hash, at) {
      begin(log, hash, at);
      log.divert(at + 5, hash, 'Closing').divert(at + 5.001, hash, 'sending close, how = 2');
      takenDown(log, hash, at + 5.01, NO_BYTES);
    },
    withInfo: 'app/app-gave-up/TMO',
    stripped: 'open/still-open/OPN',
  },
  {
    name: '(f) never offered, the app gives up',
    write(log, hash, at) {
      log.divert(at, hash, 'Created').divert(at + 0.001, hash, 'Connecting');
      log.divert(at + 5, hash, 'Closing').divert(at + 5.001, hash, 'sending close, how = 2');
      takenDown(log, hash, at + 5.01, NO_BYTES);
    },
    withInfo: 'app/app-gave-up/NOF',
    stripped: undefined,
  },
  {
    name: 'the app changes its mind before the answer',
    write(log, hash, at) {
      begin(log, hash, at);
      log.divert(at + 0.05, hash, 'Closing').divert(at + 0.051, hash, 'sending close, how = 2');
      takenDown(log, hash, at + 0.06, NO_BYTES);
      kernelDefault(log, hash, at + 0.09, 'socket is not attached any more, ignoring connect result');
    },
    withInfo: 'app/app-aborted/RSA',
    stripped: 'app/app-aborted/RSA',
  },
  {
    name: '(g) no group',
    write(log, _hash, at) {
      kernelError(log, 0, at, 'Group for control unit 3 is NULL, flow divert cannot be used for this socket');
      kernelError(log, 0, at + 0.0004, 'No valid group is available, cannot init flow divert');
      log.divert(at + 0.001, 0, 'Destroying, app tx 0, tunnel tx 0, tunnel rx 0');
    },
    withInfo: 'kernel/no-group/REF',
    stripped: 'kernel/no-group/REF',
  },
  {
    name: '(g) the group is going away',
    write(log, hash, at) {
      kernelError(log, hash, at, 'Group 3 is defunct, cannot insert');
    },
    withInfo: 'kernel/no-group/REF',
    stripped: 'kernel/no-group/REF',
  },
  {
    name: '(a) cellular is denied',
    write(log, hash, at) {
      log.divert(at, hash, 'Created').divert(at + 0.001, hash, 'Connecting');
      kernelError(log, hash, at + 0.002, 'Cellular is denied');
      log.divert(at + 0.003, hash, 'Closing').divert(at + 0.004, hash, NO_BYTES);
    },
    withInfo: 'kernel/denied/REF',
    stripped: 'kernel/denied/REF',
  },
  {
    name: 'the kernel closes before the provider saw it',
    write(log, hash, at) {
      log.divert(at, hash, 'Connecting').divert(at + 0.004, hash, 'sending close, how = 2');
      log.divert(at + 0.005, hash, 'Removing from group 3, ref count = 2');
      log.library(at + 0.008, hash, NEW());
      log.line(
        at + 0.011,
        'Df',
        'kernel',
        0,
        `(0): got a CONNECT RESULT message from group 3 for an unknown pcb: ${hash}`,
      );
      log.library(at + 0.012, hash, 'Closing reads (sending SHUT_WR), closed by plugin (flow error: 0)');
    },
    withInfo: 'kernel/kernel-closed/RSK',
    stripped: 'unknown/gone/???',
  },
  {
    name: 'open at the end',
    write(log, hash, at) {
      answered(log, hash, at);
    },
    withInfo: 'open/still-open/OPN',
    stripped: 'open/still-open/OPN',
  },
  {
    name: 'the capture begins after its close',
    write(log, hash, at) {
      takenDown(log, hash, at);
    },
    withInfo: 'unknown/gone/???',
    stripped: undefined,
  },
  {
    name: 'the capture begins before its close',
    write(log, hash, at) {
      log.divert(at, hash, 'Closing');
      takenDown(log, hash, at + 0.01);
    },
    withInfo: 'app/app-closed/OK',
    stripped: undefined,
  },
  {
    name: 'a move alone is no life',
    write(log, hash, at) {
      kernelDefault(log, hash, at, 'Moving from 1 to 2');
    },
    withInfo: 'unknown/not-logged/???',
    stripped: 'unknown/not-logged/???',
  },
];

/** A capture with one labelled flow, between a session's start and a flow of another app. */
export function logOf(labelled: LabelledFlow): string {
  const log = connected(story(), 0);
  log.library(
    1,
    900,
    'New flow: NEFlow type = stream, app = com.other, name = , 192.0.2.15:0 <-> 198.51.100.7:80, filter_id = , interface = en0',
  );
  labelled.write(log, 2_201_100_002, 10);
  return log.text();
}

/** The same log as an export without info messages shows it. */
export function stripped(log: string): string {
  return log
    .split('\n')
    .filter((line) => !/^\S+ \S+ I {2}/.test(line))
    .join('\n');
}
