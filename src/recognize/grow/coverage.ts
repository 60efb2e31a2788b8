import { keep } from '../../lib/keep.ts';
import type { Coverage } from '../../model/coverage.ts';
import type { LogRecord } from '../../model/log-record.ts';
import type { LooseEvent } from '../../model/typed-event.ts';
import { createTopWordings, type TopWordings } from './top-wordings.ts';
import { wordingOf } from './wording.ts';

export interface CoverageRecorder {
  see(record: LogRecord, event: LooseEvent | undefined, area: string | undefined): void;
  result(top: number): Coverage;
}

interface Area {
  recognised: number;
  unrecognised: number;
  readonly unknown: TopWordings;
}

export function createCoverage(): CoverageRecorder {
  const areas = new Map<string, Area>();
  const foreignWordings = createTopWordings();
  const tally = { records: 0, foreign: 0, recognised: 0, unrecognised: 0 };
  const areaOf = (name: string): Area => {
    const known = areas.get(name);
    if (known !== undefined) return known;
    const area: Area = { recognised: 0, unrecognised: 0, unknown: createTopWordings() };
    areas.set(name, area);
    return area;
  };
  const note = (into: TopWordings, record: LogRecord): void =>
    into.add(wordingOf(record.message), () => ({
      process: record.origin.process,
      message: keep(record.message.slice(0, 400)),
      line: record.ref.line,
      input: record.ref.input,
    }));
  return {
    see(record, event, area) {
      tally.records += 1;
      if (area === undefined) {
        tally.foreign += 1;
        note(foreignWordings, record);
        return;
      }
      const entry = areaOf(area);
      if (event === undefined) {
        tally.unrecognised += 1;
        entry.unrecognised += 1;
        note(entry.unknown, record);
      } else {
        tally.recognised += 1;
        entry.recognised += 1;
      }
    },
    result: (top) => ({
      ...tally,
      areas: [...areas]
        .map(([name, { recognised, unrecognised, unknown }]) => ({
          name,
          recognised,
          unrecognised,
          unknown: unknown.top(top),
        }))
        .sort((a, b) => b.recognised + b.unrecognised - a.recognised - a.unrecognised || (a.name < b.name ? -1 : 1)),
      foreignWordings: foreignWordings.top(top),
    }),
  };
}
