import { keep } from '../../lib/keep.ts';
import type { ProcessRun, Session, World } from '../../model/entity.ts';
import type { Subject } from '../../model/finding.ts';
import type { RuleEntity } from '../../model/rule.ts';
import type { LooseEvent } from '../../model/typed-event.ts';
import { providerSubject } from '../subjects.ts';

const MAX_NAME_CHARS = 256;

/** Whom an event is about, as `per` asks: events with the same key are one group and make one finding. */
export interface Entity {
  readonly key: string;
  readonly kind: RuleEntity;
  /** False where the event does not tell the entity: then it is the process that printed it. */
  readonly isTold: boolean;
  /** The provider's run where `per` asks for it, else the run that printed the event. */
  readonly run: ProcessRun | undefined;
  readonly process: string;
  readonly pid: number;
  /** UUID. */
  readonly session: string | undefined;
  readonly app: string | undefined;
  /** What an app, a flow or an interface is called. */
  readonly name: string | undefined;
}

export function entityOf(event: LooseEvent, kind: RuleEntity, world: World): Entity {
  const printer = world.runOf(event);
  const flow = flowOf(event, world);
  const run = kind === 'provider' ? (providerOf(event, printer, flow?.providerPid, world) ?? printer) : printer;
  const session = sessionOf(event) ?? run?.provider?.sessions.at(-1);
  const app = textOf(event.fields.app) ?? flow?.app;
  const told = keyOf(kind, { event, run, session, app, flow: flow?.id });
  const common = { kind, run, session, app, process: event.origin.process, pid: event.pid };
  if (told !== undefined) return { ...common, isTold: true, ...told };
  return { ...common, isTold: false, key: `process ${printer?.id ?? event.origin.process}`, name: undefined };
}

interface Told {
  readonly event: LooseEvent;
  readonly run: ProcessRun | undefined;
  readonly session: string | undefined;
  readonly app: string | undefined;
  readonly flow: string | undefined;
}

function keyOf(kind: RuleEntity, told: Told): { key: string; name: string | undefined } | undefined {
  const { event, run, session, app } = told;
  switch (kind) {
    case 'capture':
      return { key: '', name: undefined };
    case 'process':
    case 'provider':
      return run === undefined ? undefined : { key: `process ${run.id}`, name: undefined };
    case 'session':
      return session === undefined ? undefined : { key: `session ${session}`, name: undefined };
    case 'app':
      return app === undefined ? undefined : { key: `app ${app}`, name: app };
    case 'interface': {
      const name = textOf(event.fields.interface);
      return name === undefined ? undefined : { key: `interface ${name}`, name };
    }
    case 'flow': {
      const hash = event.fields.flow;
      const name = typeof hash === 'number' ? String(hash) : textOf(hash);
      return name === undefined ? undefined : { key: `flow ${told.flow ?? name}`, name };
    }
  }
}

function flowOf(event: LooseEvent, world: World) {
  const hash = event.fields.flow;
  return typeof hash === 'number' ? world.flow(hash) : undefined;
}

/** The run that printed the event where it is a provider's, else the provider of its session, else that of its flow. */
function providerOf(
  event: LooseEvent,
  printer: ProcessRun | undefined,
  flowPid: number | undefined,
  world: World,
): ProcessRun | undefined {
  if (printer?.provider !== undefined) return printer;
  const uuid = sessionOf(event);
  const session = uuid === undefined ? undefined : world.session(uuid);
  const pid = session?.runs.at(-1)?.providerPids.at(-1) ?? flowPid;
  return pid === undefined ? undefined : world.process(pid);
}

/** UUID of the session that the event names. */
function sessionOf({ fields }: LooseEvent): string | undefined {
  const { session } = fields;
  if (typeof session !== 'object' || session === null || !('id' in session)) return undefined;
  return textOf(session.id);
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? keep(value.slice(0, MAX_NAME_CHARS)) : undefined;
}

export function sessionOfEntity(entity: Entity, world: World): Session | undefined {
  const uuid = entity.session ?? entity.run?.provider?.sessions.at(-1);
  return uuid === undefined ? undefined : world.session(uuid);
}

/** The entity, and the provider that is behind it where that is another party. */
export function subjectsOf(entity: Entity, world: World): Subject[] {
  const session = sessionOfEntity(entity, world);
  const { run, name } = entity;
  const provider = run?.provider === undefined ? undefined : providerSubject(run, session);
  const printer: Subject = { kind: 'process', name: entity.process, ...(entity.pid < 0 ? {} : { pid: entity.pid }) };
  const behind = provider === undefined ? [] : [provider];
  if (!entity.isTold) return behind.length > 0 ? behind : [printer];
  switch (entity.kind) {
    case 'capture':
    case 'provider':
      return [provider ?? printer];
    case 'process':
      return [printer, ...behind];
    case 'session': {
      const uuid = entity.session ?? '';
      const first: Subject = {
        kind: 'session',
        session: uuid,
        ...(session === undefined ? {} : { name: session.name }),
      };
      return [first, ...behind];
    }
    case 'app':
      return [{ kind: 'app', ...(name === undefined ? {} : { bundle: name }) }, ...behind];
    case 'flow':
    case 'interface':
      return [{ kind: entity.kind, ...(name === undefined ? {} : { name }) }, ...behind];
  }
}

/** True where the finding's subject is a guess: a provider by its name only, or an entity that no line told. */
export function isPresumed({ kind, isTold, run }: Entity): boolean {
  if (kind === 'provider') return run?.provider === undefined || run.provider.grade === 'presumed';
  return !isTold;
}
