import type { Origin } from '../model/log-record.ts';
import type { SenderlessOrigin } from './compile-family.ts';
import type { Roles } from './roles.ts';

/** Readers of the fields that a family's `where` may use. */
export function readOriginField(roles: Roles): (field: string) => (origin: Origin) => unknown {
  const read = readSenderlessField(roles);
  return (field) => (field === 'sender' ? (origin) => origin.sender : read(field));
}

/** The same without the sender. */
export function readSenderlessField(roles: Roles): (field: string) => (origin: SenderlessOrigin) => unknown {
  return (field) => {
    switch (field) {
      case 'process':
        return (origin) => origin.process;
      case 'processImagePath':
        return (origin) => origin.processPath ?? origin.process;
      case 'subsystem':
        return (origin) => origin.subsystem;
      case 'category':
        return (origin) => origin.category;
      case 'role':
        return (origin) => roles.roleOf(origin);
      default:
        return () => undefined;
    }
  };
}
