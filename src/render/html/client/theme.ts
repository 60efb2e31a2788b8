import type { Severity } from '../../../model/finding.ts';

/** Colours of the canvas. Found by search for the least confusable ones: html-timeline 8. */
export interface Palette {
  readonly ground: string;
  readonly lane: string;
  readonly line: string;
  readonly text: string;
  readonly faint: string;
  readonly app: string;
  readonly kernel: string;
  readonly provider: string;
  readonly error: string;
  readonly warning: string;
  readonly other: string;
  readonly state: string;
  readonly accent: string;
  readonly hatch: string;
  readonly hit: string;
}

export const LIGHT: Palette = {
  ground: '#ffffff',
  lane: '#f6f8fa',
  line: '#d0d7de',
  text: '#1f2328',
  faint: '#59636e',
  app: '#2d5096',
  kernel: '#c95bdc',
  provider: '#3b9c65',
  error: '#f3540f',
  warning: '#864a00',
  other: '#6e7781',
  state: '#dbe4ee',
  accent: '#0550ae',
  hatch: 'rgba(87,96,106,0.28)',
  hit: '#0969da',
};

export const DARK: Palette = {
  ground: '#0d1117',
  lane: '#131920',
  line: '#30363d',
  text: '#e6edf3',
  faint: '#9198a1',
  app: '#71b7ff',
  kernel: '#9b48b4',
  provider: '#b9f9c9',
  error: '#da362b',
  warning: '#e7af0b',
  other: '#8b949e',
  state: '#26313d',
  accent: '#79c0ff',
  hatch: 'rgba(145,152,161,0.3)',
  hit: '#58a6ff',
};

export function severityColour(severity: Severity, palette: Palette): string {
  return palette[severity === 'info' ? 'other' : severity];
}
