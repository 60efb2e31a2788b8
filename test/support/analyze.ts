import type { Detector } from '../../src/detect/define-detector.ts';
import type { Report } from '../../src/model/report.ts';
import { analyzeText } from '../../src/testing/analyze-text.ts';

/** The report on a log given as text. */
export function reportOn(log: string, detectors: readonly Detector[] = []): Promise<Report> {
  return analyzeText(Buffer.from(log), { detectors });
}
