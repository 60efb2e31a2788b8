import type { UnexpectedStep } from './connection.ts';
import type { Cite, Flow, PowerPhase, ProcessRun, Session } from './entity.ts';
import type { Micros } from './units.ts';

/** A state change that a tracker announces: what detectors listen to besides events. */
export type Transition =
  | {
      readonly kind: 'process';
      readonly to: 'started' | 'provider' | 'ended';
      readonly entity: ProcessRun;
      readonly at: Micros;
      readonly cite: Cite;
    }
  | {
      readonly kind: 'session';
      readonly to: string;
      readonly from: string;
      readonly entity: Session;
      readonly at: Micros;
      readonly cite: Cite;
    }
  | {
      readonly kind: 'flow';
      readonly to: Flow['state'];
      readonly from: Flow['state'] | undefined;
      readonly entity: Flow;
      readonly at: Micros;
      readonly cite: Cite;
    }
  | {
      readonly kind: 'power';
      readonly to: PowerPhase['state'];
      readonly entity: PowerPhase;
      readonly at: Micros;
      readonly cite: Cite;
    }
  /** A step that the entity's table of states does not know; the step itself is announced as such too. */
  | { readonly kind: 'unexpected'; readonly step: UnexpectedStep; readonly at: Micros; readonly cite: Cite }
  | { readonly kind: 'boot'; readonly to: 'booted'; readonly at: Micros; readonly cite: Cite };

export type TransitionOf<K extends Transition['kind']> = Extract<Transition, { kind: K }>;
