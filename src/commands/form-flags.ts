import * as Flags from '@oclif/core/flags';
import { UserError } from '../lib/errors.ts';
import { FORM_PARTS } from '../render/ticket/document.ts';
import type { FormRequest } from '../render/ticket/form.ts';

const PARTS = FORM_PARTS.map((part) => `@${part}`).join(', ');

/** For `report --for github-form`. */
export const formFlags = {
  repo: Flags.string({
    helpValue: 'OWNER/NAME',
    summary: 'Of github-form: the repository on GitHub whose form is filled in.',
    helpGroup: 'OUTPUT',
  }),
  template: Flags.string({
    helpValue: 'FILE.yml',
    summary: 'Of github-form: the form, by the name of its file in .github/ISSUE_TEMPLATE.',
    helpGroup: 'OUTPUT',
  }),
  field: Flags.string({
    multiple: true,
    multipleNonGreedy: true,
    helpValue: 'ID=TEXT',
    summary: `Of github-form: what a field holds, by its id in the form: words, or a part of the ticket (${PARTS}).`,
    helpGroup: 'OUTPUT',
  }),
};

export interface FormFlags {
  readonly for: string;
  readonly repo?: string | undefined;
  readonly template?: string | undefined;
  readonly field?: readonly string[] | undefined;
}

/** The form that the flags ask for; undefined where it is none. Throws `UserError` (exit code 2) for what GitHub could not read. */
export function formOf({ for: target, repo, template, field = [] }: FormFlags): FormRequest | undefined {
  if (target !== 'github-form') {
    if ((repo ?? template ?? field[0]) === undefined) return undefined;
    throw wrong('--repo, --template and --field belong to --for github-form');
  }
  if (repo === undefined || template === undefined)
    throw wrong('--for github-form needs --repo OWNER/NAME and --template bug.yml');
  if (!/^[a-z\d](?:[a-z\d-]{0,38})\/[\w.-]{1,100}$/i.test(repo))
    throw wrong(`--repo takes OWNER/NAME; ${repo} is none`);
  if (!/^[\w][\w .-]{0,99}\.(?:ya?ml|md)$/i.test(template))
    throw wrong(`--template takes the name of a file as bug.yml, without folders; ${template} is none`);
  const fields = field.map(fieldOf);
  const twice = fields.find(({ id }, index) => fields.findIndex((each) => each.id === id) !== index);
  if (twice !== undefined) throw wrong(`--field ${twice.id} is given twice`);
  return { repo, template, fields };
}

function fieldOf(given: string): FormRequest['fields'][number] {
  const [, id = '', text = ''] = /^([\w-]{1,100})=(.*)$/s.exec(given) ?? [];
  if (id === '' || id === 'template') throw wrong(`--field takes ID=TEXT with the id of a field; ${given} is none`);
  // Twice stands for itself.
  if (text.startsWith('@@')) return { id, text: text.slice(1) };
  if (!text.startsWith('@')) return { id, text };
  const part = FORM_PARTS.find((each) => `@${each}` === text);
  if (part === undefined)
    throw wrong(`--field ${id}: ${text} is no part of the ticket`, `there are ${PARTS}; write @@ for an @ of your own`);
  return { id, part };
}

function wrong(message: string, hint?: string): UserError {
  return new UserError(message, { exitCode: 2, ...(hint === undefined ? {} : { hint }) });
}
