import { describe, expect, it } from 'vitest';
import { proveText } from '../../src/commands/prove-text.ts';
import { createRedactor } from '../../src/redact/redactor.ts';

const redactor = createRedactor({ level: 'standard', key: Buffer.alloc(32, 7), commonText: '' });
redactor.learnText('user name: "Ren & Okafor" at host=vault.quagga.example, ssid="Quagga_Guest *5G*"');
redactor.learnValue('user', 'flows');
redactor.seal();

describe('a result that is about to be written', () => {
  it.each([
    ['as it stands', 'by Ren & Okafor'],
    ['in HTML', '<td>Ren &amp; Okafor</td>'],
    ['in HTML by number', '<td>Ren &#38; Okafor, &#x52;en &#x26; Okafor</td>'],
    ['in Markdown', '| Quagga\\_Guest \\*5G\\* |'],
    ['broken for the width', 'was seen by Ren &\n     Okafor at noon'],
    ['percent-encoded', 'to %76ault.quagga.example'],
    ['in JSON', '"Ren \\u0026 Okafor"'],
  ])('is refused with a private value in it: %s', (_, text) => {
    expect(() => proveText(redactor, text, '')).toThrow(/nothing was written$/);
  });

  it('is not refused for a word of ours that somebody is called by', () => {
    expect(() => proveText(redactor, 'Flows: 3 of host-3fa1c2.d91b07e.tld-example', 'Flows: 3')).not.toThrow();
    expect(() => proveText(redactor, 'asked by flows', '')).toThrow(/nothing was written$/);
  });
});
