import type { CrashFacts } from './crash-facts.ts';

type Fields = ReadonlyMap<string, string>;

/** `EXC_CRASH (SIGABRT)`, with the codes and the subtype below it. */
export function exceptionOf(
  fields: Fields,
): Pick<CrashFacts, 'exception' | 'signal' | 'codes' | 'subtype' | 'message'> {
  const type = fields.get('Exception Type');
  const [, exception, signal] = /^(\S+)(?:\s+\(([^)]*)\))?/.exec(type ?? '') ?? [];
  return {
    exception,
    signal,
    codes: fields.get('Exception Codes'),
    subtype: fields.get('Exception Subtype'),
    message: fields.get('Exception Message'),
  };
}

/**
 * `Namespace SIGNAL, Code 6 Abort trap: 6`, `Namespace DYLD, Code 0x1`, `DYLD, [0x1] Library missing`, `SIGNAL 6 Abort trap: 6`:
 * the wordings of macOS 10.12 to 26.
 */
export function terminationOf(
  fields: Fields,
): Pick<CrashFacts, 'termination' | 'terminationCode' | 'indicator' | 'terminatedBy' | 'reasons'> {
  const said = fields.get('Termination Reason') ?? '';
  const [, namespace, code, indicator] =
    /^(?:Namespace )?([A-Z][A-Z0-9_]*),? *(?:Code )?(?:\[?(0x[0-9a-fA-F]+|\d+)\]?)?,? *(.*)$/.exec(said) ?? [];
  const by = fields.get('Terminating Process');
  const note = fields.get('Termination Signal');
  return {
    termination: namespace,
    terminationCode: code,
    indicator: indicator === undefined || indicator === '' ? note : indicator,
    terminatedBy: by,
    reasons: [fields.get('Termination Description'), fields.get('Termination Details')].flatMap((text) => text ?? []),
  };
}

/** `4.3.0 (12)`; undefined for the `???` of a program without one. */
export function dottedVersion(version: string | undefined): string | undefined {
  return version === undefined || version.startsWith('???') ? undefined : version;
}
