import type { Origin } from '../model/log-record.ts';
import type { Roles } from './roles.ts';

/** Readers of the fields that a family's `where` may use. */
export function readOriginField(roles: Roles): (field: string) => (origin: Origin) => unknown {
  return (field) => {
    switch (field) {
      case 'process':
        return (origin) => origin.process;
      case 'processImagePath':
        return (origin) => origin.processPath ?? origin.process;
      case 'sender':
        return (origin) => origin.sender;
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
