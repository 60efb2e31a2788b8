import { describe, expect, it } from 'vitest';
import { failureOf } from '../../src/commands/failure.ts';
import { UserError } from '../../src/lib/errors.ts';

const usage = (message: string, more = {}): Error => Object.assign(new Error(message), { oclif: { exit: 2 }, ...more });

describe('failureOf', () => {
  it('says what the person can put right, with the exit code of its kind', () => {
    const error = new UserError('cannot read cap.log: no such file', { exitCode: 3, hint: 'check the path' });

    expect(failureOf(error, '0.1.0', 'analyze')).toEqual({
      exitCode: 3,
      text: 'necropsy: cannot read cap.log: no such file\ncheck the path\n',
    });
  });

  it('names the flag that was probably meant, in two lines instead of the whole help', () => {
    const flags = ['--fromat=json', '--alll'];
    const error = usage('Nonexistent flags: --fromat=json, --alll\nSee more help with --help', {
      flags,
      parse: { input: { flags: { format: {}, all: {}, output: {} } } },
    });

    expect(failureOf(error, '0.1.0', 'analyze')).toEqual({
      exitCode: 2,
      text: 'necropsy: unknown flags --fromat, --alll\ndid you mean --format and --all? see necropsy analyze --help\n',
    });
  });

  it('puts oclif’s other complaints on one line', () => {
    const error = usage('Parsing --width \n\tExpected an integer but received: x\nSee more help with --help');

    expect(failureOf(error, '0.1.0', undefined).text).toBe(
      'necropsy: parsing --width Expected an integer but received: x\nsee necropsy --help\n',
    );
  });

  it('shows no escape of a name that was typed or read', () => {
    const error = new UserError('cannot read \x1b[31mx\u202e', { exitCode: 3 });

    expect(failureOf(error, '0.1.0', 'analyze').text).toBe('necropsy: cannot read ␛[31mx\\u{202e}\n');
  });

  it('calls everything else its own fault, with all that a report needs', () => {
    const { exitCode, text } = failureOf(new TypeError('boom'), '0.1.0', 'analyze');

    expect(exitCode).toBe(70);
    expect(text).toMatch(/^necropsy: internal error\nTypeError: boom\n {4}at /);
    expect(text).toContain(`necropsy 0.1.0, node ${process.version}, ${process.platform} ${process.arch}`);
    expect(text).toContain('please report it');
  });

  it('says nothing where a command only wanted to end', () => {
    const error = Object.assign(new Error('EEXIT: 0'), { code: 'EEXIT', oclif: { exit: 0 } });

    expect(failureOf(error, '0.1.0', 'analyze')).toEqual({ exitCode: 0, text: '' });
  });

  it('survives what is no error at all', () => {
    expect(failureOf('just words', '0.1.0', undefined)).toMatchObject({
      exitCode: 70,
      text: expect.stringContaining('just words'),
    });
  });
});
