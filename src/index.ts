/** For programs: the analysis as a function, and the types of its result. */
export { type AnalyzeOptions, analyze } from './analyze.ts';
export { type Detector, defineDetector } from './detect/define-detector.ts';
export { UserError } from './lib/errors.ts';
export type { Report } from './model/report.ts';
export type { AnalyzeResult } from './tell.ts';
