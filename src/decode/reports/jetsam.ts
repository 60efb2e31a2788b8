import { Dump, plainText, processTitle } from './dump.ts';
import { firstText, listOf, numberOf, objectOf, pidOf, type ReportObject, textOf } from './values.ts';

/** Victims that are told one by one; a report has one, or a few. */
export const MAX_VICTIMS = 64;
/** Pages of iOS devices and Macs with Apple silicon. */
const USUAL_PAGE = 16_384;

export interface JetsamFacts {
  /** As it is printed, with its offset. */
  readonly captured: string | undefined;
  readonly text: string;
  readonly victims: readonly JetsamVictim[];
  /** Victims beyond those. */
  readonly more: number;
}

export interface JetsamVictim {
  readonly pid: number | undefined;
  readonly text: string;
}

/**
 * A memory event: it lists every process of the machine, and only those with a reason were killed.
 * Source: sysdiagnose-layout, Crashes.
 */
export function readJetsam(header: ReportObject, body: ReportObject): JetsamFacts {
  const status = objectOf(body.memoryStatus) ?? {};
  const pageSize = numberOf(status.pageSize) ?? numberOf(body.pageSize) ?? USUAL_PAGE;
  const processes = listOf(body.processes);
  const killed = processes.flatMap((each) => {
    const process = objectOf(each);
    return process === undefined || textOf(process.reason) === undefined ? [] : [process];
  });
  const captured = firstText(body.date, header.timestamp);
  const common = { captured, pageSize, incident: firstText(body.incident, header.incident_id) };
  const dump = new Dump(`memory event report: ${processes.length} processes, ${killed.length} killed`)
    .add('largest process', textOf(body.largestProcess))
    .add('killed', listText(killed))
    .add('captured', captured)
    .add('system', firstText(header.os_version, body.build))
    .add('model', firstText(body.product, body.modelCode))
    .add('incident', common.incident)
    .add('page size', pageSize)
    .add('free pages', numberOf(objectOf(status.memoryPages)?.free))
    .add('compressor size', numberOf(status.compressorSize));
  return {
    captured,
    text: dump.text,
    victims: killed
      .slice(0, MAX_VICTIMS)
      .map((process) => ({ pid: pidOf(process.pid), text: victimText(process, common) })),
    more: Math.max(0, killed.length - MAX_VICTIMS),
  };
}

interface Common {
  readonly captured: string | undefined;
  readonly incident: string | undefined;
  readonly pageSize: number;
}

function victimText(process: ReportObject, { captured, incident, pageSize }: Common): string {
  const pages = numberOf(process.rpages);
  return new Dump(`memory kill report: ${processTitle(textOf(process.name), pidOf(process.pid))}`)
    .add('reason', textOf(process.reason))
    .add('bytes', pages === undefined ? undefined : pages * pageSize)
    .add('pages', pages)
    .add('page size', pageSize)
    .add('peak pages', numberOf(process.lifetimeMax))
    .add('limit', firstText(process.memoryLimit, process.limit))
    .add(
      'states',
      listOf(process.states)
        .slice(0, 8)
        .flatMap((state) => textOf(state) ?? [])
        .join(', '),
    )
    .add('priority', numberOf(process.priority))
    .add('cpu time', numberOf(process.cpuTime))
    .add('coalition', textOf(process.coalition))
    .add('captured', captured)
    .add('incident', incident).text;
}

function listText(killed: readonly ReportObject[]): string | undefined {
  const names = killed.slice(0, 8).map((process) => plainText(textOf(process.name) ?? '?', 64));
  if (killed.length > names.length) names.push(`and ${killed.length - names.length} more`);
  return names.length === 0 ? undefined : names.join(', ');
}
