import { describe, expect, it } from 'vitest';
import { recordCommand, SPEAKERS, uniteCommands } from '../../src/lib/record-command.ts';

describe('commands to record', () => {
  it('are one for all that is missing: every speaker, the longest time', () => {
    const commands = [recordCommand(), recordCommand('12h', 'Acme'), recordCommand('2h'), 'sudo sysdiagnose'];

    expect(uniteCommands(commands)).toEqual([
      `log show --last 12h --info --debug --predicate '${SPEAKERS} OR process == "Acme"' --style ndjson > capture.ndjson`,
      'sudo sysdiagnose',
    ]);
    const named = recordCommand('2h', 'kernel', ['subsystem == "com.apple.CFNetwork"']);
    expect(uniteCommands([named])).toEqual([recordCommand('2h')]);
    expect(uniteCommands([recordCommand('2d'), recordCommand('boot'), recordCommand('12h', 'Acme')])).toEqual([
      recordCommand('boot', 'Acme'),
    ]);
    expect(uniteCommands([])).toEqual([]);
    expect(uniteCommands(['a', 'a'])).toEqual(['a']);
  });
});
