/**
 * For people who test their own detectors: `necropsy/testing`. Independent of any test runner: each check is a name and a
 * function that throws.
 */
export { type Check, type DetectorCases, detectorChecks } from './testing/detector-checks.ts';
