import * as Flags from '@oclif/core/flags';
import { SYMPTOMS, type Symptom } from '../model/need.ts';

// The keys of an object that is written with these keys.
const NAMES = Object.keys(SYMPTOMS) as Symptom[];

/** Flags of the commands that say what to record. */
export const symptomFlags = {
  symptom: Flags.option({ options: NAMES, multiple: true, multipleNonGreedy: true, delimiter: ',' })({
    helpValue: NAMES.join('|'),
    summary: 'What is wrong; left out, the recording is for everything that is looked for.',
    helpGroup: 'SELECT',
  }),
  process: Flags.string({
    helpValue: 'NAME',
    summary: 'Your own provider, as its process is called: its lines too.',
    helpGroup: 'SELECT',
  }),
};

export interface SymptomFlags {
  readonly symptom?: readonly Symptom[] | undefined;
  readonly process?: string | undefined;
}
