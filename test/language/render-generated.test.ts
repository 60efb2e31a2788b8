import { expect, test } from 'vitest';
import { parseCatalog } from '../../src/language/catalog/parse-catalog.ts';
import { expandCatalog } from '../../src/recognize/compiled-catalog.ts';
import { renderCatalog } from './render-catalog.ts';
import { renderEvents } from './render-events.ts';

const { value: catalog, problems } = parseCatalog([
  {
    name: 'a.grammar',
    text: `
type status = up | "not 'up'"
identity flow-pcb = u32 per boot
identity ne-session = "[{name:label}:{id:uuid}]" | "{id:uuid}" keyed by id per device

family z.last
  title "t"
  where process == "x"
message plain text "a"

family a.first
  title "it's \\\\ \\u2028"
  where process == "x"
  head "({flow:flow-pcb}) "
message m
  text "{s:status} {n:u64}"
  text "{session:ne-session}{? {n:u32}} {app-name:label}"
message k text "{on:bool} {sig:signal}"

vocabulary provider
  where role == "provider"
word down phrase "down"

rule r
  title "it's {count}"
  severity warning
  per provider
  when count a.first/k where flow > 1 >= 3 within 2s same flow
  unless provider.kind == "dns-proxy"
  means "\\u2028"
  example found "f" "a"
`,
  },
]);

test('events', () => {
  expect(problems).toEqual([]);
  expect(
    renderEvents(catalog),
  ).toBe(`// Generated from grammars/ by test/generated.test.ts: \`npx vitest run test/generated.test.ts -u\`.
import type { Redacted } from './redacted.ts';

export interface NeSession {
  readonly name: string | Redacted | undefined;
  readonly id: string | Redacted;
}

export type Status = 'up' | 'not \\'up\\'';

/** Fields of every event that the catalog knows, by \`family/message\`. */
export interface EventMap {
  'a.first/k': {
    readonly flow: number;
    readonly on: boolean | Redacted;
    readonly sig: number | string;
  };
  'a.first/m': {
    readonly flow: number;
    readonly s: Status | Redacted | undefined;
    readonly n: number | bigint | undefined;
    readonly session: NeSession | Redacted | undefined;
    readonly 'app-name': string | Redacted | undefined;
  };
  'provider/down': {
    readonly said: string;
    readonly also: readonly string[];
    readonly endpoint: string | undefined;
  };
  'provider/other': Record<string, never>;
  'z.last/plain': Record<string, never>;
}
`);
});

test('the catalog survives being written as code, all but its prose and columns', () => {
  const code = renderCatalog(catalog)
    .replace(/^[\s\S]*?const COMPILED: CompiledCatalog =/, 'return')
    .replace(/\/\*\*[\s\S]*$/, '');
  const lean = (value: unknown): unknown =>
    JSON.parse(JSON.stringify(value, (key, inner) => (key === 'column' ? undefined : inner)));

  const { families, ...others } = expandCatalog(new Function(code)());

  const see: readonly string[] = [];
  const rules = catalog.rules.map((rule) => ({ ...rule, examples: [] }));
  expect(lean(others)).toEqual(lean({ ...catalog, families: undefined, rules }));
  expect(lean(families)).toEqual(lean(catalog.families.map((family) => ({ ...family, see }))));
});
