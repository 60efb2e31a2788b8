import { describe, expect, it } from 'vitest';
import { UserError } from '../../src/lib/errors.ts';
import { ProblemLog } from '../../src/lib/problems.ts';

describe('ProblemLog', () => {
  it('counts each kind and keeps the first example', () => {
    const log = new ProblemLog('cap.log');
    log.note('line-unparsed', 'first', { line: 3, text: () => 'x'.repeat(500) });
    log.note('nul-bytes', 'nul', {}, 7);
    log.note('line-unparsed', 'second', { line: 9, text: () => 'y' });

    expect(log.list()).toEqual([
      {
        code: 'line-unparsed',
        count: 2,
        message: 'first',
        example: { input: 'cap.log', line: 3, text: 'x'.repeat(200) },
      },
      { code: 'nul-bytes', count: 7, message: 'nul', example: { input: 'cap.log' } },
    ]);
  });

  it('does not make the text of a second example', () => {
    const log = new ProblemLog('cap.log');
    log.note('line-unparsed', 'm');

    expect(() =>
      log.note('line-unparsed', 'm', {
        text: () => {
          throw new Error('made');
        },
      }),
    ).not.toThrow();
  });
});

describe('UserError', () => {
  it('carries its exit code, its hint and its cause', () => {
    const cause = new Error('ENOENT');
    const error = new UserError('cannot read x', { exitCode: 3, hint: 'try y', cause });

    expect(error).toBeInstanceOf(Error);
    expect([error.name, error.message, error.exitCode, error.hint, error.cause]).toEqual([
      'UserError',
      'cannot read x',
      3,
      'try y',
      cause,
    ]);
    expect(new UserError('x', { exitCode: 2 }).hint).toBeUndefined();
    expect('cause' in new UserError('x', { exitCode: 2 })).toBe(false);
  });
});
